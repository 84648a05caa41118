import { run } from '../../../src/cli/directory.ts';

/** As `npm run directory`, but it gives way to nobody: on a busy machine it would not get to its end. */
process.exitCode = await run(process.argv.slice(2));
