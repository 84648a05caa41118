import { normalise } from '#lib/domain/text/normalise.ts';

const folded = (words: string) => new Set(words.trim().split(/\s+/u).map(normalise));

/** Particles, auxiliaries, endings and fillers: they carry no weight in a search. */
export const functionWords = folded(`
が の に を は で と へ も や か ね よ な さ し て ば から まで より だけ でも とか など なんか なんて って ても では
には とは へは での への からの までの との にも とも がら ので のに のは のが のを のも のだ んだ んです のです んだけど
けど けれど けれども だけど ですけど ですが ながら たり なら たら かな かも かもしれない さえ しか ばかり くらい ぐらい
ほど という といった ような ように よう みたい みたいな そう らしい として について に関する のこと のため ための
です ます でした ました ましょう だ だった である だろう でしょう たい たく たくて たかった たいです ほしい 欲しい ほしくて
もらいたい もらえる もらえます もらう もらって くれる くれて くれます ください 下さい いる いて いた います いない人 ある あって
あった あります する して した します すれば したら しても したい できる でき できた できて できます 出来る 出来て なる なって
なった なります しまう しまった てしまう ちゃう じゃう ちゃった れる られる せる させる てる でる てた
こと もの ところ 所 とこ 場所 場 人 ひと 方 かた とき 時 ため 何か なにか 何処 どこ どこか どこで どう どうしたら どうすれば
どうやって いい 良い よい 教えて 教えてください おしえて 探して 探す 探しています さがして さがす さがしています 知りたい
ちょっと 少し とても すごく すごい もう まだ 今 いま ずっと 全然 ぜんぜん なかなか やっぱり 本当に ほんとに 本当 なんだか なんとなく
私 わたし あたし 僕 ぼく 俺 おれ 自分 うち ありますか ないですか いますか できますか やってる やっている 近く 近くの ちかく 近所
そんな こんな あんな その この あの それ これ みんな 向け むけ 向けの 用 用の 系 的 な人 られた れた させられ て貰 すみません ごめんなさい お ご さん ちゃん くん まま ままで ままの ままです まんま とか など どうし 同士 くらいの
やつ っぽい ぽい やばい いける いけます 勢 ほう ほうが はず わけ じゃん っす だわ だよ だね でしょうか ええ ええとこ おる おって おっても よか なん なんに なんにも なにも
`);

/** Endings and words that turn what stands before them into its opposite. */
export const negations = folded(`
ない なく なくて なくても なくていい なくてよい なくてもいい なかった ないで ないでいい ないです なし なしで なしの 無し 無しで
ず ずに ません ませんでした 不要 いらない 要らない いらず いりません じゃない ではない じゃなくて ではなくて できない 出来ない できません
できなくて たくない たくありません にくい にくくて づらい づらくて ずらい がたい れない られない なければ なきゃ ん
`);

/** In letters of the folded form. */
export const longestFunctionWord = Math.max(
	...[...functionWords, ...negations].map(({ length }) => length)
);

/** Nouns among them: what is denied behind one of these is not what stood before it. */
export const fillerNouns = folded(
	'人 ひと 方 こと 事 もの 物 ところ 所 とこ 場所 場 とき 時 何か どこ どこか みんな'
);

/** Stems that stand in so many sentences that alone they say nothing. */
export const lightStems = folded(`
行 来 出 入 言 云 見 聞 会 思 考 知 使 作 立 取 持 続 変 同 何 誰 中 上 下 日 月 年 時 間 合 気 手 前 後 先 内 外 目 度 回 番
事 物 者 人 方 所 場 家 子 名 今 始 終 待 着 置 帰 通 開 閉 決 選 受 送 返 呼 歩 動 止 残 過 当 付 切 引 押 住 例 別 他 全 自 本
毎日 一日 時間 一緒 最近 最初 普通 大丈夫 絶対 一番 全部 全員 場合 感じ 意味 理由 方法 相手 自体 以外 以上 以下 毎回 半年 一度 今度 途中から
`);
