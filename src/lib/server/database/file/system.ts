import { statfsSync } from 'node:fs';
import path from 'node:path';

/** `f_type` of Linux (statfs(2), linux/magic.h): there locks are not what SQLite takes them for. */
const networks = new Map([
	[0x6969, 'NFS'],
	[0x517b, 'SMB'],
	[0xff534d42, 'CIFS'],
	[0xfe534d42, 'SMB2'],
	[0x01021997, '9P'],
	[0x564c, 'NCP'],
	[0x5346414f, 'AFS'],
	[0x00c36400, 'Ceph'],
	[0x786f4256, 'vboxsf'],
	[0x65735546, 'FUSE']
]);

const synced =
	/^(OneDrive( - .*)?|Dropbox( \(.*\))?|Google ?Drive|GoogleDrive-.*|My Drive|マイドライブ|iCloud ?Drive|Mobile Documents|CloudStorage|Box( Sync)?|Nextcloud|ownCloud|pCloud ?Drive|Syncthing|Sync)$/i;

/** What a folder is, when a database loses data there; null where nothing speaks against it. */
export function riskOf(file: string, typeOf = fileSystemOf): string | null {
	const folder = path.dirname(path.resolve(file));
	const type = typeOf(folder);
	const network = type === null ? undefined : networks.get(type);
	if (network) return `${network} のファイル置き場`;
	const name = folder.split(/[\\/]/).find((part) => synced.test(part));
	if (name !== undefined) return `ほかの場所と同期されるフォルダー「${name}」`;
	return /^[\\/]{2}[^\\/?.]/.test(path.win32.normalize(file)) && process.platform === 'win32'
		? 'ネットワークのフォルダー'
		: null;
}

function fileSystemOf(folder: string): number | null {
	if (process.platform !== 'linux') return null;
	try {
		// Some are given as a signed number.
		return statfsSync(folder).type >>> 0;
	} catch {
		return null;
	}
}

export function riskSentence(file: string): string | null {
	const risk = riskOf(file);
	return (
		risk &&
		`注意: データベース ${file} は${risk}にあるようです。そこでは書いたものが失われることがあります。このコンピューターのディスクに置いてください（docs/operations.md）。`
	);
}
