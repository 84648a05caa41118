// Plain JavaScript of 2020, so that an old Node can still read it far enough to say what it needs.
const needed = '22.18';
const commands = ['start', 'directory', 'check-all'];

/** @param {string} version */
function isOld(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	// Types are stripped without a flag from 22.18 on, and in the 23 line from 23.6 on.
	return major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6);
}

async function main() {
	const found = process.versions.node;
	if (isOld(found)) {
		console.error(
			`Node.js ${found} では動きません。Node.js ${needed} 以上が必要ですので、npm install を --ignore-scripts なしでもう一度行うか(必要な Node.js 24 が一緒に入ります)、Node.js ${needed} 以上を入れてください。 / ` +
				`This is Node.js ${found}, but ${needed} or newer is needed: run "npm install" again without --ignore-scripts (it brings Node.js 24 along), or install Node.js ${needed} or newer.`
		);
		return 1;
	}
	const [command = '', ...args] = process.argv.slice(2);
	if (!commands.includes(command)) {
		console.error(`node src/cli/run.js <${commands.join(' | ')}>`);
		return 2;
	}
	const { run } = await import(`./${command}.ts`);
	return run(args);
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error) => {
		console.error(error);
		process.exitCode = 1;
	}
);
