import { ensureBuild } from '../../src/cli/build.ts';

/** Builds the app once for all tests that ask the running app. */
export default async function setup() {
	await ensureBuild((sentence) => console.log(sentence));
}
