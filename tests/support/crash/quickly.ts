import { loadQuickly } from '../../../src/cli/loading.ts';

loadQuickly();
