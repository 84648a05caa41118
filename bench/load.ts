import autocannon from 'autocannon';
import { Agent, get } from 'node:http';

export type Load = {
	/** Answers per second, ten asking at once. */
	rps: number;
	/** Milliseconds of one answer, one asking at a time. */
	p50: number;
	p95: number;
	p99: number;
};

type Options = { seconds: number; gzip?: boolean };

/** Asks the addresses in turn, first one by one, then ten at a time; anything but 200 is an error. */
export async function load(url: string, paths: string[], options: Options): Promise<Load> {
	const headers = {
		accept: 'text/html',
		...(options.gzip ? { 'accept-encoding': 'gzip' } : {})
	};
	await sequence(url, paths, headers, 0.5);
	const times = (await sequence(url, paths, headers, options.seconds)).sort((a, b) => a - b);
	const quantile = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))]!;

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
	return {
		rps: Math.round(result['2xx'] / result.duration),
		p50: quantile(0.5),
		p95: quantile(0.95),
		p99: quantile(0.99)
	};
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
