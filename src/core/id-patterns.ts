/** What a live's id may be: 1–48 of `A-Z a-z 0-9 _`. */
export const liveIdPattern = /^[A-Za-z0-9_]{1,48}$/;

/** What a user's id may be: 1–64 of `A-Z a-z 0-9 _ . : -`. */
export const userIdPattern = /^[A-Za-z0-9_.:-]{1,64}$/;
