/** Why what is typed cannot be saved just now. */
export type Trouble =
	| { is: 'ended' | 'other' | 'away' | 'elsewhere' }
	/** With the server's own sentence. */
	| { is: 'closed' | 'refused'; sentence: string };

/** Milliseconds: after that the line counts as gone. */
const longest = 15_000;

/** Whether the one who writes could save now; null when so. */
export async function ask(staff: string): Promise<Trouble | null> {
	const answer = await send('/staff/pulse', {});
	if (!answer) return { is: 'away' };
	const { user, closed } = answer.body as { user: string | null; closed: string | null };
	if (!answer.ok || (user === null && !closed)) return { is: 'ended' };
	if (closed) return { is: 'closed', sentence: closed };
	return user === staff ? null : { is: 'other' };
}

/** Keeps a draft on the server. */
export async function keepDraft(
	staff: string,
	address: string,
	body: FormData
): Promise<{ trouble: Trouble } | { kept: unknown }> {
	const answer = await send(address, { method: 'POST', body, headers: { 'x-writer': staff } });
	if (!answer) return { trouble: { is: 'away' } };
	if (answer.ok) return { kept: answer.body };
	// A proxy, or a program that is being started again.
	if (answer.status >= 500 && answer.status !== 503) return { trouble: { is: 'away' } };
	const { draft, message: sentence = '' } = answer.body as { draft?: string; message?: string };
	if (draft === 'elsewhere') return { trouble: { is: 'elsewhere' } };
	const trouble = answer.status === 401 ? await ask(staff) : null;
	if (trouble) return { trouble };
	return { trouble: { is: answer.status === 503 ? 'closed' : 'refused', sentence } };
}

type Answered = { ok: boolean; status: number; body: unknown };

/** null when there is no answer, or none of ours. */
async function send(address: string, init: RequestInit): Promise<Answered | null> {
	try {
		const headers = { accept: 'application/json', ...init.headers };
		const signal = AbortSignal.timeout(longest);
		const answer = await fetch(address, { ...init, headers, signal, redirect: 'error' });
		const body: unknown = await answer.json().catch(() => ({}));
		return { ok: answer.ok, status: answer.status, body };
	} catch {
		return null;
	}
}
