export { importFile, type Input } from './import.ts';
export { policies } from './compare/asked.ts';
export type { Report } from './report.ts';
