import { Type } from '@sinclair/typebox';
import type { LiveUser, User } from 'live-battles/core';
import { describes } from './describes.js';
import { LiveId, strict, UserId } from './values.js';

const user = { userId: UserId, userName: Type.String(), avatarUrl: Type.String() };

export const UserSchema = describes<User>()(Type.Object(user, strict));
export const LiveUserSchema = describes<LiveUser>()(Type.Object({ ...user, liveId: LiveId }, strict));
