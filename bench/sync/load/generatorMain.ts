import { Crowd } from './Crowd';
import { openDocument } from './openDocument';
import type { Answers, FromGenerator, ToGenerator } from './orders';
import { replayTrace } from './replayTrace';
import { uploadDocument } from './uploadDocument';

// A process of its own, so that making load and answering it share neither an event loop nor a heap.
const crowd = new Crowd();

const say = (message: FromGenerator): void => void process.send?.(message);
const phase = (name: 'begun' | 'ended'): void => say({ kind: 'phase', phase: name });

async function obey(message: ToGenerator): Promise<Answers[keyof Answers]> {
  switch (message.kind) {
    case 'join':
      return crowd.join(message.order.clients, message.order.atOnce);
    case 'write':
      return crowd.write(message.order, phase);
    case 'replay':
      return replayTrace(crowd, message.order);
    case 'open':
      return openDocument(crowd, message.order);
    case 'upload':
      return uploadDocument(crowd, message.order);
    case 'leave':
      crowd.leave();
      return null;
  }
}

process.on('message', (message: ToGenerator) => {
  obey(message).then(
    (answer) => say({ kind: 'answer', answer }),
    (error: unknown) =>
      say({
        kind: 'failed',
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
// The bench ended, however it did.
process.on('disconnect', () => process.exit(0));
say({ kind: 'ready' });
