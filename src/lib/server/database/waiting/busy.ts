/** Somebody else is writing and did not finish in time; worth trying again a little later. */
export class BusyError extends Error {
	override name = 'BusyError';
}

export function isBusy(error: unknown): boolean {
	if (error instanceof BusyError) return true;
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code);
}
