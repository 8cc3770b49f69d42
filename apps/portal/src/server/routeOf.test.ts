import { describe, expect, it } from '@jest/globals';
import { routeOf } from './routeOf';

describe('who answers a path', () => {
  it.each([
    ['/', 'pages'],
    ['/spaces/1?tab=members', 'pages'],
    ['/apiary', 'pages'],
    ['/api/v1/me', 'api'],
    ['/api/health/ready', 'health'],
    ['/auth/realms/hemicycle/protocol/openid-connect/auth?x=1', 'identity'],
    ['/auth/resources/abc/login/hemicycle/css/hemicycle.css', 'identity'],
    ['/rtc?access_token=t', 'media'],
    ['/rtc/validate', 'media'],
    ['/realtime/events?ticket=t', 'realtime'],
    ['/realtime/metrics', 'realtime'],
    ['/realtime/tunnel/events?ticket=t', 'tunnel'],
    ['/realtime/tunnelled', 'realtime'],
  ])('%s → %s', (target, route) => expect(routeOf(target, 'hemicycle')).toBe(route));

  it.each([
    '/auth',
    '/auth/admin/master/console/',
    '/auth/realms/master/account',
    '/auth/realms/hemicycle2/account',
    '/auth/health',
    '/auth/metrics',
    '/auth/realms/hemicycle/../master/account',
    '/auth/realms/hemicycle/%2e%2e/master/account',
    '/auth/realms/hemicycle/..%2fmaster/account',
    '/auth/realms/hemicycle//..//admin',
    '/auth/realms/hemicycle\\..\\master',
    '/rtc/../twirp/livekit.RoomService/ListRooms',
    '/twirp/livekit.RoomService/ListRooms',
    '/realtime/../metrics',
    '/realtime/tunnel/../../metrics',
    '/realtime/tunnel/%2e%2e/metrics',
  ])('%s stays inside', (target) => expect(routeOf(target, 'hemicycle')).toBe('refused'));
});
