export { lexicon } from './lexicon.ts';
export { index } from './read.ts';
export { settle } from './settle.ts';
export { add, makeReady, prepare, remove, removeAll, replace, settleMany } from './write.ts';
