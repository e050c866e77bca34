import fc from 'fast-check';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validation } from '../../server/src/http/app.js';
import { AddScoresSchema } from '../../server/src/http/battle/score-schema.js';
import { UserCommandSchema } from '../../server/src/http/schema/user-command.js';
import type { CreateLiveParams, LiveInfoChange } from '../../src/core/index.js';
import type { Same } from '../../src/core/shape/describes.js';
import { commandShapes, userCommands, type JsonSchema, type UserCommandOf } from '../../src/protocol/index.js';
import { sentScoreShape } from '../../src/referee/index.js';
import { backendCommands, userCommandReader } from '../../src/referee/rules/commands.js';
import { Arena } from './support/arena.js';
import { garbled, valuesOf } from './support/from-schema.js';

let arena: Arena;
beforeAll(async () => {
  arena = await Arena.open();
});
afterAll(async () => {
  await arena.close();
});

/** The check that the server itself runs on a body. */
async function serverTakes(schema: JsonSchema): Promise<(value: unknown) => boolean> {
  const app = fastify({ ajv: validation });
  let takes: ((value: unknown) => boolean) | undefined;
  app.post('/', { schema: { body: schema }, attachValidation: true }, async (request) => {
    const validate = request.getValidationFunction('body');
    takes = (value) => validate?.(value) === true;
    return {};
  });
  await app.inject({ method: 'POST', url: '/', payload: {} });
  await app.close();
  if (!takes) throw new Error('the server checks no bodies');
  return takes;
}

function takes(read: (value: unknown) => unknown, value: unknown): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks that schema and reader agree on valid and garbled values: both take a value, or both refuse it. Returns how
 * many values both took.
 */
async function agree(schema: JsonSchema, values: JsonSchema, read: (value: unknown) => unknown): Promise<number> {
  const validate = await serverTakes(schema);
  let taken = 0;
  const some = valuesOf(values);
  const any = fc.oneof(some, some.chain(garbled));
  fc.assert(
    fc.property(any, (value) => {
      const sent = JSON.parse(JSON.stringify(value)) as unknown;
      const expected = validate(sent);
      if (expected) taken++;
      expect(takes(read, sent)).toBe(expected);
    }),
    { numRuns: 300 },
  );
  return taken;
}

describe('what the server takes, the rules can read, and nothing else:', () => {
  it.each([...commandShapes(userCommands)])('%s', async (_, { schema }) => {
    expect(await agree(UserCommandSchema, schema, (value) => userCommandReader.read(value))).toBeGreaterThan(20);
  });

  it.each([...commandShapes(backendCommands)])('%s of a backend', async (_, { schema, read }) => {
    expect(await agree(schema, schema, (value) => read('', value))).toBeGreaterThan(20);
  });

  it('score events in the body of the score route', async () => {
    const entries = {
      type: 'object',
      properties: { entries: { type: 'array', items: sentScoreShape.schema, minItems: 1, maxItems: 3 } },
      required: ['entries'],
    };
    const shape = commandShapes(backendCommands).get('add-scores')!;
    // The route sets command and battle, so a body that names them is malformed.
    const read = (value: unknown): unknown => {
      const { entries, ...surplus } = value as { entries?: unknown };
      if (Object.keys(surplus).length > 0) throw new Error('surplus');
      return shape.read('', { type: 'add-scores', battleId: 'b', entries });
    };
    expect(await agree(AddScoresSchema, entries, read)).toBeGreaterThan(20);
  });
});

it('the documentation shows every command with its name, what it does and its fields', async () => {
  const { body } = await arena.request<{ paths: Record<string, { post: unknown }> }>(null, { url: '/docs/json' });
  const { requestBody } = body.paths['/v1/commands']?.post as {
    requestBody: { content: Record<string, { schema: { discriminator: object; oneOf: JsonSchema[] } }> };
  };
  const { discriminator, oneOf } = requestBody.content['application/json']!.schema;
  expect(discriminator).toEqual({ propertyName: 'type' });
  expect(oneOf.map(({ title }) => title)).toEqual(Object.keys(userCommands));
  for (const { description, properties } of oneOf) {
    expect(description).toMatch(/^[A-Z]/);
    expect(properties).toHaveProperty('liveId');
  }
  const request = oneOf.find(({ title }) => title === 'request-battle') as unknown as {
    properties: { config: { properties: { duration: JsonSchema } } };
  };
  const { duration } = request.properties.config.properties;
  expect(duration).toMatchObject({
    minimum: 1,
    default: 300,
    description: expect.stringContaining('Seconds') as string,
  });
});

it('the documented arguments of a live are those of its commands', () => {
  const created: Same<CreateLiveParams, Omit<UserCommandOf<'create-live'>, 'type'>> = true;
  const changed: Same<LiveInfoChange, Omit<UserCommandOf<'update-live'>, 'type' | 'liveId'>> = true;
  expect([created, changed]).toEqual([true, true]);
});
