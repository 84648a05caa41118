/** What our own server answers; null for any failure and when it takes longer than `ms`. */
export async function askJson(address: string, ms = 2000): Promise<unknown> {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(ms) });
		return response.ok ? await response.json() : null;
	} catch {
		return null;
	}
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
