import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, type Operation } from '../operation';
import { createSpace } from '../spaces';
import { publish } from './publish';

let world: TestWorld;
let person: TestPerson;
/** Rows the bus was woken for, and how many of them could be read at that moment by another connection. */
const woken: string[] = [];
let reads: Promise<unknown>[] = [];
let op: Operation;

beforeAll(async () => {
  world = await createWorld();
  person = await world.person('Publisher');
  const wakeEvents = (id: string): void => {
    woken.push(id);
    reads.push(world.database.outboxEvent.findUniqueOrThrow({ where: { id: BigInt(id) } }));
  };
  op = { ...world.as(person), wakeEvents };
});

afterAll(() => world.close());

describe('BUS-8 where commits do not notify', () => {
  it('the bus is woken for each row, once it can be read', async () => {
    await createSpace(op, { name: 'Woken', purpose: '' });
    expect(woken).toHaveLength(2);
    await Promise.all(reads);
  });

  it('nothing is woken by what was rolled back, and what follows outside a transaction at once', async () => {
    woken.length = 0;
    reads = [];
    const event = { type: 'me.changed', userId: person.id } as const;
    const failing = inTransaction(op, async (op) => {
      await publish(op, `user:${person.id}`, event);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(woken).toEqual([]);
    await publish(op, `user:${person.id}`, event);
    expect(woken).toHaveLength(1);
    await Promise.all(reads);
  });
});
