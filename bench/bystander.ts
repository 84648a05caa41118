import { giveWay } from '../src/cli/priority.ts';

/**
 * A control: as large and as busy as a process that reads a file, as low in priority, and with nothing to do
 * with the app. What readers wait longer beside it, they wait because of the machine.
 */
giveWay();
const row = (at: number) => ({
	name: `${at}番の集まり`,
	phones: [{ kind: 'voice', number: String(at) }],
	location: { town: null, street: null, municipality: '990019' }
});
let kept: string[] = [];
for (let at = 0; ; at++) {
	kept.push(JSON.stringify(JSON.parse(JSON.stringify(row(at)))));
	// About 250 megabytes, given up as a whole and made again.
	if (kept.length > 1_000_000) kept = [];
}
