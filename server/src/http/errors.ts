import type { FastifyError, FastifyInstance, FastifySchemaValidationError } from 'fastify';
import { LiveError, LiveErrorCode } from 'live-battles/core';
import type { ErrorReply } from 'live-battles/protocol';
import type { Log } from '../log.js';
import { statusOf } from './status-of.js';

/** Says which field is wrong. Ajv's own message does not name an unknown field. */
export function explainValidation([first]: FastifySchemaValidationError[], where: string): Error {
  const { instancePath = '', message = 'is not valid', params = {} } = first ?? {};
  const unknown = typeof params.additionalProperty === 'string' ? `: "${params.additionalProperty}"` : '';
  return new Error(`${where}${instancePath} ${message}${unknown}`);
}

/** Replies to every failure with an `ErrorReply`. The details of an internal error go to the log only. */
export function replyWithErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<FastifyError | LiveError>(async (error, request, reply) => {
    const { status, body } = describe(error);
    if (status === 500) log(`${request.method} ${request.url}: ${detailsOf(error)}`);
    return await reply.code(status).send(body);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const message = `there is no ${request.method} ${request.url.split('?')[0] ?? ''}`;
    return await reply.code(404).send({ code: LiveErrorCode.invalidParameter, message } satisfies ErrorReply);
  });
}

function describe(error: FastifyError | LiveError): { status: number; body: ErrorReply } {
  if (error instanceof LiveError && error.code !== LiveErrorCode.internal) {
    return { status: statusOf(error.code), body: error.toJSON() };
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) return { status, body: { code: LiveErrorCode.invalidParameter, message: error.message } };
  return { status: 500, body: { code: LiveErrorCode.internal, message: 'something went wrong inside the server' } };
}

function detailsOf(error: Error): string {
  const { stack, cause } = error;
  return [stack, cause instanceof Error ? cause.stack : undefined].filter((text) => text !== undefined).join('\n  by ');
}
