import type { RouteContract } from '@hemicycle/contracts';
import { z } from 'zod';

/**
 * Makes JSON of a route's answers: checked against its contract, and with nothing in it that is not declared there.
 * The check is compiled when the route is first asked for, since compiling all of them would take a third of a second
 * of every start; what the compiled check does not accept goes through zod, which tells what is wrong.
 */
export function answerWriter({ response }: Pick<RouteContract, 'response'>): (answer: unknown) => string {
  if (response === null || response === 'bytes') {
    return () => {
      throw new Error('an answer without JSON');
    };
  }
  let compiled: z.ZodType | undefined;
  return (answer) => {
    compiled ??= z.compile(response);
    return JSON.stringify(compiled.parse(answer));
  };
}
