export { arrange, LockedError, pin } from './entries.ts';
export { lock, open, publish, rehash, unlock } from './lifecycle.ts';
export { loss, withdraw } from './ending.ts';
export { find, findByName, list, listYear, missing, type Edition } from './find.ts';
export { changes, errata, nationwideChanges, type RegionCounts } from './comparison/public.ts';
export {
	lockWhenReady,
	readiness,
	unwaive,
	waive,
	type Lacking,
	type Readiness
} from './round/readiness.ts';
export { yearResults } from './comparison/results.ts';
export { comparison } from './comparison/staff.ts';
export { chaptersOf, coverage } from './round/coverage.ts';
export { comparisonCsv, coverageCsv } from './round/sheets.ts';
export { proof } from './proof.ts';
export { board, change } from './round/board.ts';
export { chaptersIn, move, orderedIn, ordering, setOrder } from './ordering.ts';
export { openFrom, outlook, type Outlook } from './opening.ts';
