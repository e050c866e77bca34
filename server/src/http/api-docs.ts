import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

const contentSecurityPolicy = {
  'default-src': "'self'",
  'img-src': ["'self'", 'data:'],
  'style-src': ["'self'", "'unsafe-inline'"],
  'frame-ancestors': "'self'",
};

/** The OpenAPI description, with a page to try it out at /docs. The page loads everything from this server. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'live-battles server', version: '1', description: 'All errors are `{ code, message }`.' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A LiveKit access token' },
        },
      },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    // Without Swagger's online validator, which would send the description to another server.
    validatorUrl: false,
    uiConfig: { validatorUrl: null },
  });
}
