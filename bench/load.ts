import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

export type Load = {
	/** Answers per second, ten asking at once. */
	rps: number;
	/** Milliseconds of one answer, one asking at a time. */
	p50: number;
	p95: number;
	p99: number;
	/** Milliseconds of processor time per answer, which other work on the machine does not change; Linux only. */
	cpu: number | null;
};

type Options = { seconds: number; gzip?: boolean };

/** Asks the addresses in turn, first one by one, then ten at a time; anything but 200 is an error. */
export async function load(
	server: { url: string; pid: number; logs?(): string },
	paths: string[],
	options: Options
): Promise<Load> {
	try {
		return await measure(server, paths, options);
	} catch (error) {
		const said = server
			.logs?.()
			.split('\n')
			.filter((line) => !line.includes('"level":"info"'));
		throw new Error(said?.slice(-20).join('\n') ?? '', { cause: error });
	}
}

async function measure(
	{ url, pid }: { url: string; pid: number },
	paths: string[],
	options: Options
): Promise<Load> {
	const headers = {
		accept: 'text/html',
		...(options.gzip ? { 'accept-encoding': 'gzip' } : {})
	};
	await sequence(url, paths, headers, 0.5);
	const times = (await sequence(url, paths, headers, options.seconds)).sort((a, b) => a - b);
	const quantile = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))]!;

	const before = processorTime(pid);
	const result = await autocannon({
		url,
		connections: 10,
		duration: options.seconds,
		headers,
		requests: paths.map((path) => ({ path }))
	});
	if (result.non2xx || result.errors) {
		throw new Error(`${url}${paths[0]}: ${result.non2xx} refused, ${result.errors} failed`);
	}
	const after = processorTime(pid);
	return {
		rps: Math.round(result['2xx'] / result.duration),
		p50: quantile(0.5),
		p95: quantile(0.95),
		p99: quantile(0.99),
		cpu: before !== null && after !== null ? (after - before) / result['2xx'] : null
	};
}

/** Milliseconds that a process has kept processors busy (proc(5): utime and stime, in hundredths). */
function processorTime(pid: number): number | null {
	if (process.platform !== 'linux') return null;
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
		.replace(/^.*\) /s, '')
		.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function sequence(
	url: string,
	paths: string[],
	headers: Record<string, string>,
	seconds: number
): Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const times: number[] = [];
	const end = performance.now() + seconds * 1000;
	for (let at = 0; performance.now() < end || at < paths.length; at += 1) {
		const begin = performance.now();
		await ask(url + paths[at % paths.length]!, headers, agent);
		times.push(performance.now() - begin);
	}
	agent.destroy();
	return times;
}

function ask(address: string, headers: Record<string, string>, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		get(address, { agent, headers }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
			response.on('end', resolve).on('error', reject).resume();
		}).on('error', reject);
	});
}
