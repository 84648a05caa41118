export { arrange, LockedError, pin } from './editions/arrangement.ts';
export { lock, open, publish, withdraw } from './editions/round.ts';
export { find, findByName, list, listYear, type Edition } from './editions/read.ts';
export { changes, errata, nationwideChanges, type RegionCounts } from './editions/compared.ts';
