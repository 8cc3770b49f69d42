import { Problem } from '@hemicycle/contracts';
import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { RouteBinding } from './pipeline/RouteBinding';

/** The OpenAPI 3.1 document of the routes, built from the same schemas that check every request. */
export function openApiDocument(bindings: readonly RouteBinding[]): object {
  const documenter = new OpenAPIHono();
  for (const binding of bindings) documenter.openAPIRegistry.registerPath(pathOf(binding));
  documenter.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-hemicycle',
  });
  return documenter.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Hemicycle', version: '1' },
    servers: [{ url: '/api/v1' }],
  });
}

function pathOf({ method, path, contract, key }: RouteBinding): RouteConfig {
  const { params, query, body, bodyKind, response } = contract;
  const json = <T>(schema: T) => ({ 'application/json': { schema } });
  const file = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;
  const content = response === null ? undefined : response === 'bytes' ? file : json(response);
  return {
    method: method.toLowerCase() as RouteConfig['method'],
    path,
    operationId: key.replace(/[^A-Za-z]+/g, '_').replace(/_$/, ''),
    summary: contract.summary,
    ...(contract.access === 'session' ? { security: [{ session: [] }] } : {}),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(body ? { body: { required: true, content: json(body) } } : {}),
      ...(bodyKind === 'bytes' ? { body: { required: true, content: file } } : {}),
    },
    responses: {
      [contract.status ?? (response === null ? 204 : 200)]: {
        description: 'Done',
        ...(content ? { content } : {}),
      },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
    },
  };
}
