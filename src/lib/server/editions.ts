export { arrange, LockedError, pin } from './editions/arrangement.ts';
export { lock, open, publish, rehash, unlock } from './editions/round.ts';
export { giveUp, loss, withdraw } from './editions/ending.ts';
export { find, findByName, list, listYear, type Edition } from './editions/read.ts';
export { changes, errata, nationwideChanges, type RegionCounts } from './editions/compared.ts';
export {
	lockWhenReady,
	readiness,
	unwaive,
	waive,
	type Lacking,
	type Readiness
} from './editions/readiness.ts';
export { comparison } from './editions/comparison.ts';
export { chaptersOf, coverage } from './editions/coverage.ts';
export { comparisonCsv, coverageCsv } from './editions/sheets.ts';
export { firstChapter, proof } from './editions/proof.ts';
export { board, change } from './editions/board.ts';
export { entryOf, verifyEntry } from './editions/checking.ts';
export { move, orderedIn, ordering, setOrder } from './editions/ordering.ts';
export { openFrom, outlook, type Outlook } from './editions/opening.ts';
export { struck } from './shown/struck.ts';
