import type { TestProject } from 'vitest/node';
import { ensureBuild } from '../../src/cli/build.ts';
import { startApp } from './app.ts';

/** Builds the app once, and starts the one that is shared by all suites that only read. */
export default async function setup(project: TestProject) {
	await ensureBuild((sentence) => console.log(sentence));
	const { url, stop } = await startApp();
	project.provide('app', { url });
	return stop;
}
