export { importFile, type Input } from './import.ts';
export type { Report } from './report.ts';
