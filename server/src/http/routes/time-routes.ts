import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { Clock } from 'live-battles/referee';
import { Instant, strict } from '../schema/values.js';

/** The route for the referee's clock, by which pages count down to a battle's end. */
export function timeRoutes(clock: Pick<Clock, 'now'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/time',
      { schema: { summary: "The referee's clock", response: { 200: Type.Object({ now: Instant }, strict) } } },
      async () => ({ now: clock.now() }),
    );
  };
}
