export { importFile, type Input } from './imports/import.ts';
export type { Report } from './imports/report.ts';
