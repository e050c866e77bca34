import { Type } from '@sinclair/typebox';
import type { ErrorReply } from 'live-battles/protocol';
import { describes } from './describes.js';

export const ErrorReplySchema = describes<ErrorReply>()(
  Type.Object({ code: Type.Integer({ description: 'One of LiveErrorCode' }), message: Type.String() }),
);

/** What every route may answer with besides its own reply. */
export const failures = { '4xx': ErrorReplySchema, '5xx': ErrorReplySchema };
