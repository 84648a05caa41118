export const unfinishedWords =
	'この年度版は、まだできあがっていません。冊子は、公開のときにできます。';
