import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

let error: MockInstance<typeof console.error>;

beforeEach(() => {
	error = vi.spyOn(console, 'error');
});

// A test that expects an error replaces the spy with its own and looks at that.
afterEach(() => {
	const said = error.mock.calls.map((words) => words.map(String).join(' '));
	error.mockRestore();
	expect(said, 'console.error was called').toEqual([]);
});
