import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [svelte()],
	test: {
		setupFiles: ['tests/support/console.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/{domain,server,ui,cli,docs,house}/**/*.test.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 0 }
				}
			},
			{
				extends: true,
				test: {
					name: 'routes',
					include: ['tests/routes/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts'],
					maxWorkers: 2,
					sequence: { groupOrder: 1 }
				}
			},
			{
				// One browser at a time: two on two cores time out rather than go faster.
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/support/setup.ts'],
					fileParallelism: false,
					sequence: { groupOrder: 2 }
				}
			}
		]
	}
});
