import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest begin first in their project, longest first: none is left to run alone at the end. */
const slow = [
	...['writing', 'paper', 'handout', 'staff', 'accounts', 'year', 'accessibility'],
	...['bookmarks', 'map', 'editing', 'suggestions'],
	...['routes/start', 'routes/store', 'routes/access'],
	...['cli/kill', 'docs/operations', 'cli/basemap', 'listings/region-files', 'database/kill']
].map((name) => `/${name}.test.ts`);

class SlowestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification) => {
			const at = slow.findIndex((name) => moduleId.endsWith(name));
			return at === -1 ? slow.length : at;
		};
		const sorted = await super.sort(files);
		const projects = [...new Set(sorted.map(({ project }) => project))];
		return projects.flatMap((project) =>
			sorted.filter((file) => file.project === project).sort((a, b) => place(a) - place(b))
		);
	}
}

export default defineConfig({
	plugins: [svelte()],
	test: {
		setupFiles: ['tests/support/console.ts'],
		sequence: { sequencer: SlowestFirst },
		// Seeds, modules and the browser are made once for each worker.
		isolate: false,
		// Of all projects, one after the other without a gap: `e2e`, `routes`, `unit`.
		maxWorkers: 2,
		// Where the machine is busy, a test takes longer: it polls, and nothing is given up on early.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					// All that belong to no other project, so that no folder is forgotten.
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/{routes,e2e,real}/**'],
					setupFiles: ['tests/support/passwords.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'routes',
					include: ['tests/routes/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					// A browser that hangs on a busy machine is asked once more; an assertion that fails is not.
					retry: { count: 1, condition: /^(Test|Hook) timed out/ },
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts']
				}
			}
		]
	}
});
