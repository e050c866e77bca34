import { Type } from '@sinclair/typebox';
import type { LiveUser, User } from '../../../../src/core/vocabulary.js';
import { describes } from './describes.js';
import { LiveId, strict, UserId } from './values.js';

const user = { userId: UserId, userName: Type.String(), avatarUrl: Type.String() };

export const UserSchema = describes<User>()(Type.Object(user, strict));
export const LiveUserSchema = describes<LiveUser>()(Type.Object({ ...user, liveId: LiveId }, strict));
