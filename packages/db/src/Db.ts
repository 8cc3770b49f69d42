import type { Prisma, PrismaClient } from '../generated/client';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
/** What operations read and write through: the client, or the transaction they are in. */
export type Db = Database | Transaction;
