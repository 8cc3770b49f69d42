import { createServer, type Server } from 'node:http';
import { answerHttp } from './http';
import { SocketDoor, type SocketDoorParts } from './SocketDoor';
import { answerTunnel, isTunnelPath } from './tunnel/answerTunnel';
import { Tunnels } from './tunnel/Tunnels';

/** The http server with its sockets, and what has to be called every `HEARTBEAT_MS`. */
export function createRealtimeServer(parts: SocketDoorParts): { server: Server; beat: () => void } {
  const { services, health } = parts;
  const { limits, metrics, log } = services;
  const door = new SocketDoor(parts);
  const tunnels = new Tunnels(door.accept, limits, metrics);
  const isForeign = (origin: string | undefined): boolean => door.isForeign(origin);
  const patience = { headersTimeout: limits.requestHeadMs, connectionsCheckingInterval: 1_000 };
  const server = createServer(patience, (request, response) => {
    if (!isTunnelPath(request.url ?? '/')) return void answerHttp(request, response, health, metrics);
    answerTunnel(request, response, tunnels, isForeign).catch((err: unknown) => {
      log.debug({ err }, 'a request to the tunnel broke off');
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => void door.accept(request, socket, head));
  return { server, beat: () => door.beat() };
}
