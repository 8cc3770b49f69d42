import { join } from 'node:path';
import { checkRepository } from './checkRepository';

const problems = checkRepository(join(import.meta.dirname, '../../../..'));
process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
process.stdout.write(problems.length === 0 ? 'Catalogues are complete.\n' : `${problems.length} problems.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
