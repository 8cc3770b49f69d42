import type { RouteBody, RouteKey, RouteResponse } from '@hemicycle/contracts';
import { expect, type Page } from '@playwright/test';
import { environment } from './environment';

interface Answer<K extends RouteKey> {
  readonly status: number;
  readonly body: RouteResponse<K>;
}

/**
 * Calls the API with the cookies of `page`, as a program of that person could.
 * @param path the route's path with its parameters filled in
 */
export async function tryApi<K extends RouteKey>(
  page: Page,
  route: K,
  path: string,
  body?: RouteBody<K>,
): Promise<Answer<K>> {
  const [method = 'GET'] = route.split(' ', 1);
  const response = await page.request.fetch(`${environment.url}/api/v1${path}`, {
    method,
    headers: { origin: environment.url },
    ...(body === undefined ? {} : { data: body }),
  });
  const text = await response.text();
  return { status: response.status(), body: (text ? JSON.parse(text) : undefined) as RouteResponse<K> };
}

/** As `tryApi`, for a call that must succeed: what a scenario needs before it begins. */
export async function callApi<K extends RouteKey>(
  page: Page,
  route: K,
  path: string,
  body?: RouteBody<K>,
): Promise<RouteResponse<K>> {
  const answer = await tryApi(page, route, path, body);
  expect(answer.status, `${route} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}
