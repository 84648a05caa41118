/** A file that somebody looks at before it is written. */
export { choose, find, isUnfinished, list, start } from './keeping.ts';
export type { Chosen, Options, Preview, Result } from './keeping.ts';
export { cancel } from './cancel.ts';
export { make } from './make.ts';
export { decide, decideInSlices, openRows, rows } from './rows.ts';
export type { Which } from './rows.ts';
export { commit } from './commit.ts';
export { takenByColleagues } from './colleagues.ts';
export { shapeMapping } from './shaped.ts';
export { earlierMapping } from './earlier.ts';
export { outlook } from './outlook.ts';
export type { Commit } from './commit.ts';
export { undo } from '#lib/server/imports/write/undo.ts';
export { report } from './report.ts';
export { bytesOf, packBeside, prune, sourceOf } from './files.ts';
export type { Choices, Mapping, Proposal } from '#lib/server/imports/understanding.ts';
