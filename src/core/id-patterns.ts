/** Pattern of live ids: 1–48 of `A-Z a-z 0-9 _`. */
export const liveIdPattern = /^[A-Za-z0-9_]{1,48}$/;

/** Pattern of user ids: 1–64 of `A-Z a-z 0-9 _ . : -`. */
export const userIdPattern = /^[A-Za-z0-9_.:-]{1,64}$/;
