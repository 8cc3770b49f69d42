import type { Message } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadMessage } from './loadMessage';
import { presentMessage } from './presentMessages';

export async function getMessage(op: Operation, input: { messageId: string }): Promise<Message> {
  const { row, role } = await loadMessage(op, input.messageId, 'read');
  return presentMessage(op, role, row);
}
