import type { Sentence } from './sentence.ts';

/** By another hand. A mother who types kana, a man at two in the morning, a student, a school counsellor, a public health nurse. */
export const second: Sentence[] = [
	// phone
	{ kind: 'phone', query: 'でんわをかけるのがこわいです', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: 'むすこはでんわにぜったいでません めーるでそうだんできるところ',
		fits: [['ease=no-phone', 'category=online']]
	},
	{
		kind: 'phone',
		query: 'でんわだとなにをいえばいいかわからなくなる',
		fits: [['ease=no-phone', 'need=not-sure']]
	},
	{
		kind: 'phone',
		query: 'てがみかふぁっくすでもいいでしょうか',
		fits: [['ease=no-phone', 'text=手紙', 'text=はがき', 'text=文通']]
	},
	{ kind: 'phone', query: '電話かける勇気がない', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: '電話は無理 LINEで', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '夜中 声出せない 文字で相談',
		fits: [
			['ease=no-phone', 'ease=no-talking', 'text=文字', 'text=チャット'],
			['category=consultation', 'category=online', 'need=be-heard']
		]
	},
	{
		kind: 'phone',
		query: '呼び出し音だけで心臓がバクバクする',
		fits: [['ease=no-phone', 'need=health']]
	},
	{ kind: 'phone', query: 'tel無理勢', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'DMで申し込めるとこ', fits: [['ease=no-phone', 'category=online']] },
	{ kind: 'phone', query: '電話恐怖症なんだけど詰んだ?', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '通話ムリ チャットならいける',
		fits: [['ease=no-phone', 'text=チャット', 'text=文字', 'ease=no-face']]
	},
	{ kind: 'phone', query: '電話連絡を嫌がる生徒 フォームから申込', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '日中電話に出られない保護者にネットの受付を案内したい',
		fits: [['ease=no-phone', 'category=online', 'ease=evening-weekend']]
	},
	{
		kind: 'phone',
		query: '架電に応じない方 メール可',
		fits: [['ease=no-phone', 'ease=comes-to-you']]
	},
	{
		kind: 'phone',
		query: '吃音があり電話が難しい',
		fits: [['ease=no-phone', 'accessibility=writing']]
	},

	// booking
	{
		kind: 'booking',
		query: 'ふらっといってもしかられないところ',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: 'そのひになってやっぱりいけんということがおおいです',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{ kind: 'booking', query: 'さきにようすだけみにいきたい', fits: [['ease=visit-first']] },
	{
		kind: 'booking',
		query: 'もうしこみのかみをかかなくてもいいところはありますか',
		fits: [['ease=no-booking', 'ease=anonymous']]
	},
	{ kind: 'booking', query: '飛び込みで行ける', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: '約束すると行けなくなる',
		fits: [['ease=no-booking', 'ease=come-and-go', 'ease=no-goal']]
	},
	{
		kind: 'booking',
		query: '遅れて行って途中で帰っても何も言われない',
		fits: [['ease=come-and-go']]
	},
	{ kind: 'booking', query: '急に行きたくなったとき', fits: [['ease=no-booking']] },
	{ kind: 'booking', query: '予約だるい', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: 'ドタキャンしても許される?',
		fits: [['ease=no-booking', 'ease=come-and-go', 'ease=no-goal']]
	},
	{ kind: 'booking', query: 'アポなし', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: 'とりま見るだけ',
		fits: [['ease=visit-first', 'ease=come-and-go', 'text=見ているだけ']]
	},
	{
		kind: 'booking',
		query: '行くかどうか当日の朝に本人が決めたい',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{
		kind: 'booking',
		query: '事前登録なしで生徒が立ち寄れる場',
		fits: [
			['ease=no-booking'],
			['age=16'],
			['category=ibasho', 'category=peer', 'category=learning', 'category=meals', 'need=feel-safe']
		]
	},
	{ kind: 'booking', query: '利用契約の前に一度のぞいてみたい方', fits: [['ease=visit-first']] },
	{
		kind: 'booking',
		query: '来所日を決められない人を待ってくれる機関',
		fits: [['ease=comes-to-you', 'ease=no-goal']]
	},

	// silence
	{
		kind: 'silence',
		query: 'ひととしゃべれんこでもいけますか',
		fits: [['ease=no-talking', 'accessibility=writing']]
	},
	{ kind: 'silence', query: 'なまえをいわんでもええとこ', fits: [['ease=anonymous']] },
	{
		kind: 'silence',
		query: 'きんじょのひとにあいたくありません',
		fits: [['accessibility=separate-entrance', 'ease=small-group', 'category=online', 'text=人目']]
	},
	{ kind: 'silence', query: 'だまってすわっとるだけでいい', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: '喋りたくない でも一人も嫌だ', fits: [['ease=no-talking']] },
	{ kind: 'silence', query: '本名出したくない', fits: [['ease=anonymous']] },
	{ kind: 'silence', query: 'カメラ切ったまま', fits: [['ease=no-face']] },
	{
		kind: 'silence',
		query: '声が出ないので紙に書いて伝えたい',
		fits: [['accessibility=writing', 'ease=no-talking', 'text=書いたもの']]
	},
	{ kind: 'silence', query: 'コミュ障おけ?', fits: [['ease=no-talking', 'ease=no-face']] },
	{
		kind: 'silence',
		query: '身バレしたくない',
		fits: [['ease=anonymous', 'accessibility=separate-entrance', 'ease=no-face']]
	},
	{
		kind: 'silence',
		query: '自己紹介タイムあったら即帰る',
		fits: [['ease=no-talking', 'ease=anonymous', 'ease=come-and-go']]
	},
	{ kind: 'silence', query: 'ROM専でいい', fits: [['ease=no-talking', 'ease=no-face']] },
	{
		kind: 'silence',
		query: '場面緘黙の生徒',
		fits: [['ease=no-talking', 'accessibility=writing']]
	},
	{ kind: 'silence', query: '大勢が苦手な子 三、四人くらいの場', fits: [['ease=small-group']] },
	{
		kind: 'silence',
		query: '人目を避けて来所できる',
		fits: [
			['accessibility=separate-entrance', 'ease=small-group', 'text=人目', 'text=公開していません']
		]
	},
	{
		kind: 'silence',
		query: 'ざわざわした所だと具合が悪くなる方',
		fits: [['ease=quiet-room', 'accessibility=calm-space', 'ease=small-group']]
	},

	// family
	{
		kind: 'family',
		query: 'むすこが20ねんへやからでてきません',
		fits: [['need=family-trouble', 'category=family', 'category=visiting', 'ease=comes-to-you']]
	},
	{
		kind: 'family',
		query: 'わたしらがしんだあとこのこはどうなるのでしょう',
		fits: [['text=親なきあと', 'category=rights', 'need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: 'むすめとくちをきかなくなってはんとしです',
		fits: [['need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: 'しゅじんはほっとけといいます わたしだけでもそうだんを',
		fits: [['ease=family-alone', 'category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '弟がもう何年も外に出てない 兄として',
		fits: [['need=family-trouble', 'category=family', 'ease=family-alone']]
	},
	{
		kind: 'family',
		query: '嫁が部屋から出なくなった',
		fits: [['need=family-trouble', 'category=family', 'ease=family-alone', 'category=visiting']]
	},
	{
		kind: 'family',
		query: '老いた母と二人暮らし この先',
		fits: [
			[
				'need=family-trouble',
				'text=八十代',
				'text=親なきあと',
				'text=親のこと',
				'need=money-matters'
			]
		]
	},
	{
		kind: 'family',
		query: '親の介護が始まる 自分は無職',
		fits: [['text=介護', 'need=family-trouble', 'need=money-matters', 'category=self-reliance']]
	},
	{
		kind: 'family',
		query: '兄ちゃんガチで引きこもってる',
		fits: [['need=family-trouble', 'category=family', 'category=visiting']]
	},
	{
		kind: 'family',
		query: '毒親から逃げたい',
		fits: [
			['need=place-to-live', 'need=family-trouble', 'category=housing', 'text=家に居るのがつらい']
		]
	},
	{
		kind: 'family',
		query: '彼氏が病んでて支えるのしんどい',
		fits: [['need=family-trouble', 'category=family', 'need=be-heard']]
	},
	{
		kind: 'family',
		query: '親に言えんこと話せる人いない',
		fits: [['need=be-heard', 'need=meet-and-talk', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '子どもは来ないが母親だけ面接希望',
		fits: [['ease=family-alone', 'need=family-trouble', 'category=family']]
	},
	{
		kind: 'family',
		query: '不登校の子を持つお母さんが孤立している',
		fits: [['need=family-trouble', 'category=family', 'category=free-school', 'ease=family-alone']]
	},
	{
		kind: 'family',
		query: '接し方を学びたい親御さん',
		fits: [['category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '暴言や物にあたる息子に困る両親',
		fits: [['need=family-trouble', 'category=family', 'category=consultation']]
	},

	// tired
	{
		kind: 'tired',
		query: 'もうつかれはててしまいました',
		fits: [['need=be-heard', 'need=feel-safe', 'category=family']]
	},
	{
		kind: 'tired',
		query: 'だれにもわかってもらえん',
		fits: [['need=be-heard', 'need=meet-and-talk', 'category=peer', 'category=family']]
	},
	{
		kind: 'tired',
		query: 'なんにもするきがおきません',
		fits: [['need=feel-safe', 'need=health', 'ease=no-goal']]
	},
	{
		kind: 'tired',
		query: 'よるになるとなみだがでてとまりません',
		fits: [['need=be-heard', 'need=health', 'category=consultation', 'ease=evening-weekend']]
	},
	{
		kind: 'tired',
		query: '消えたい',
		fits: [['need=be-heard', 'need=health', 'category=medical']]
	},
	{
		kind: 'tired',
		query: '限界 誰か',
		fits: [['need=be-heard', 'need=health', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '何か月も誰とも話していない',
		fits: [['need=be-heard', 'need=meet-and-talk', 'need=connect-from-home', 'category=peer']]
	},
	{
		kind: 'tired',
		query: '人生やり直せる気がしない',
		fits: [['need=be-heard', 'need=not-sure', 'category=peer']]
	},
	{
		kind: 'tired',
		query: 'メンブレ中',
		fits: [['need=be-heard', 'need=health', 'need=feel-safe']]
	},
	{ kind: 'tired', query: '病み期えぐい', fits: [['need=be-heard', 'need=health']] },
	{
		kind: 'tired',
		query: 'ぼっちつらたん',
		fits: [['need=meet-and-talk', 'need=connect-from-home', 'category=peer']]
	},
	{
		kind: 'tired',
		query: 'なんもしたくない でも家はやだ',
		fits: [['need=feel-safe', 'ease=no-goal', 'category=ibasho', 'need=place-to-live']]
	},
	{
		kind: 'tired',
		query: '教室にいるだけで消耗する子がほっとできる所',
		fits: [['need=feel-safe', 'category=ibasho', 'category=free-school', 'ease=quiet-room']]
	},
	{
		kind: 'tired',
		query: '自己肯定感がとても低い生徒 話を聴いてもらえる',
		fits: [['need=be-heard', 'category=counselling', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '希死念慮 夜につながれる先',
		fits: [
			['need=be-heard', 'category=consultation', 'need=health', 'need=connect-from-home'],
			['time=evening', 'ease=evening-weekend']
		]
	},
	{
		kind: 'tired',
		query: '一人暮らしで話し相手のいない方',
		fits: [['need=be-heard', 'need=meet-and-talk', 'text=ごみの日の話']]
	},

	// money
	{
		kind: 'money',
		query: 'わたしのねんきんだけでむすことくらしています',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance', 'text=八十代']]
	},
	{ kind: 'money', query: 'おかねのいらないところ', fits: [['fee=free', 'ease=pay-later']] },
	{
		kind: 'money',
		query: 'とくそくのふうとうがたまってあけられません',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: 'おちゃだいくらいですむかい',
		fits: [
			['fee=free', 'fee=partly'],
			['category=ibasho', 'category=peer', 'category=family', 'category=women', 'category=meals']
		]
	},
	{
		kind: 'money',
		query: '金がない',
		fits: [['need=money-matters', 'category=money', 'ease=pay-later', 'category=meals']]
	},
	{
		kind: 'money',
		query: '財布に300円',
		fits: [['ease=pay-later', 'need=money-matters', 'category=meals']]
	},
	{
		kind: 'money',
		query: '家賃二か月滞納',
		fits: [
			['need=money-matters', 'need=place-to-live', 'category=housing', 'category=self-reliance']
		]
	},
	{
		kind: 'money',
		query: '国保も年金も払ってない 怖い',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: 'タダで居れるとこ',
		fits: [
			['fee=free', 'ease=pay-later'],
			['category=ibasho', 'need=feel-safe', 'category=peer']
		]
	},
	{
		kind: 'money',
		query: '金欠すぎて飯食えん',
		fits: [['category=meals', 'ease=pay-later', 'need=money-matters', 'need=daily-help']]
	},
	{
		kind: 'money',
		query: '奨学金返せる気しない',
		fits: [['need=money-matters', 'category=money']]
	},
	{
		kind: 'money',
		query: 'リボ払いやばい 親に内緒',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '経済的に厳しい家庭 何から手をつけるか',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '費用負担なしで勉強を教えてくれる',
		fits: [['fee=free'], ['category=learning', 'need=learn']]
	},
	{
		kind: 'money',
		query: '障害年金 初診日がわからない',
		fits: [['need=money-matters', 'category=money']]
	},
	{
		kind: 'money',
		query: '通帳の管理ができなくなった方',
		fits: [['category=rights', 'need=money-matters', 'category=money']]
	},

	// time
	{ kind: 'time', query: 'どようびにあいとるところ', fits: [['day=sat']] },
	{ kind: 'time', query: 'あさはやいほうがでやすいです', fits: [['time=morning']] },
	{ kind: 'time', query: 'にちようしかうごけません', fits: [['day=sun', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: 'ゆうはんのあとにでられるかい',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '深夜やってる', fits: [['time=evening', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '仕事終わりに寄れる',
		fits: [['time=evening', 'ease=evening-weekend', 'day=sat', 'day=sun']]
	},
	{
		kind: 'time',
		query: '昼夜逆転 起きるの15時',
		fits: [
			[
				'time=evening',
				'ease=evening-weekend',
				'text=昼すぎ',
				'text=昼から',
				'text=昼のあいだは動けない'
			]
		]
	},
	{
		kind: 'time',
		query: '金曜の夜 行き場がない',
		fits: [['day=fri'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'time',
		query: '学校終わってから行けるとこ',
		fits: [['time=evening', 'ease=evening-weekend'], ['age=19']]
	},
	{ kind: 'time', query: '土日どっちか', fits: [['day=sat', 'day=sun', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '朝むり勢 夕方からしか動けん',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '今日どっか開いてる?', fits: [['ease=no-booking']] },
	{
		kind: 'time',
		query: '授業のある時間帯に過ごせる場所',
		fits: [
			['time=morning', 'time=day'],
			['category=ibasho', 'category=learning', 'need=feel-safe']
		]
	},
	{
		kind: 'time',
		query: '共働きの保護者が来られる 19時以降',
		fits: [
			['time=evening', 'ease=evening-weekend'],
			['need=family-trouble', 'category=family', 'audience=family', 'audience=anyone']
		]
	},
	{
		kind: 'time',
		query: '昼間に通える先 週1から',
		fits: [
			['time=day', 'time=morning'],
			[
				'category=day-care',
				'category=life-training',
				'category=work',
				'category=ibasho',
				'category=daily-life',
				'category=learning',
				'category=peer'
			]
		]
	},
	{
		kind: 'time',
		query: '閉庁後に対応してくれる相談',
		fits: [
			['time=evening', 'ease=evening-weekend'],
			['category=consultation', 'need=be-heard', 'category=online']
		]
	},

	// age
	{
		kind: 'age',
		query: 'むすこは35さいです もうおそいでしょうか',
		fits: [
			['age=35'],
			['need=family-trouble', 'category=consultation', 'category=family', 'category=work']
		]
	},
	{
		kind: 'age',
		query: '58ですがわたしがいってもいいですか',
		fits: [['age=58'], ['category=family', 'category=women', 'category=peer', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '15のむすめ こうこうをやめました',
		fits: [
			['age=15'],
			['category=learning', 'category=ibasho', 'need=learn', 'need=family-trouble', 'category=work']
		]
	},
	{
		kind: 'age',
		query: 'しじゅうすぎてもはいれるかい',
		fits: [['age=45'], ['category=peer', 'category=ibasho', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: '47歳 居ていい所',
		fits: [['age=47'], ['category=ibasho', 'category=peer', 'need=feel-safe']]
	},
	{
		kind: 'age',
		query: 'アラフィフ 同じような人',
		fits: [['age=47'], ['category=peer', 'need=meet-and-talk', 'category=ibasho']]
	},
	{
		kind: 'age',
		query: '若者向けばかりで入れない',
		fits: [['age=47'], ['category=peer', 'category=ibasho', 'need=meet-and-talk']]
	},
	{
		kind: 'age',
		query: 'おっさんでも浮かない',
		fits: [['age=47'], ['category=peer', 'category=ibasho', 'need=meet-and-talk', 'need=feel-safe']]
	},
	{
		kind: 'age',
		query: '19でもいける?',
		fits: [['age=19'], ['category=ibasho', 'category=peer', 'category=learning', 'category=online']]
	},
	{
		kind: 'age',
		query: '未成年NGじゃないとこ',
		fits: [
			['age=17'],
			[
				'category=ibasho',
				'category=peer',
				'category=learning',
				'category=online',
				'category=consultation'
			]
		]
	},
	{
		kind: 'age',
		query: 'ハタチ前後の子いる?',
		fits: [
			['age=20'],
			[
				'category=ibasho',
				'category=peer',
				'category=online',
				'need=meet-and-talk',
				'category=learning'
			]
		]
	},
	{
		kind: 'age',
		query: 'タメとしゃべりたい 10代',
		fits: [
			['age=19'],
			[
				'category=ibasho-youth',
				'category=peer',
				'need=meet-and-talk',
				'category=ibasho',
				'category=online'
			]
		]
	},
	{
		kind: 'age',
		query: '高校中退後の17歳 行き先',
		fits: [
			['age=17'],
			[
				'category=learning',
				'category=ibasho',
				'category=work',
				'category=consultation',
				'need=learn'
			]
		]
	},
	{
		kind: 'age',
		query: '小5 学校以外に通う所',
		fits: [['age=11'], ['category=learning', 'category=ibasho', 'need=learn', 'need=feel-safe']]
	},
	{
		kind: 'age',
		query: '65を過ぎた当事者の居どころ',
		fits: [['age=66'], ['category=ibasho', 'category=peer']]
	},
	{
		kind: 'age',
		query: '中学生 心の受診',
		fits: [['age=14'], ['category=medical', 'need=health', 'category=counselling']]
	},

	// gender
	{
		kind: 'gender',
		query: 'おんなのひとだけでよるところ',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: 'むすめがおとこのひとをこわがります',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'text=女性の看護師'
			]
		]
	},
	{ kind: 'gender', query: 'おとうさんたちのかいはありますか', fits: [['gender=men', 'text=父']] },
	{
		kind: 'gender',
		query: 'おなごどうしでぐちをいいたい',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{ kind: 'gender', query: '男だけで話せる', fits: [['gender=men', 'text=父']] },
	{
		kind: 'gender',
		query: '男も入れる会',
		fits: [
			['gender=any', 'gender=men'],
			['category=peer', 'category=ibasho', 'category=family']
		]
	},
	{
		kind: 'gender',
		query: '男が弱音を吐ける場所',
		fits: [
			['gender=any', 'gender=men'],
			[
				'need=be-heard',
				'need=meet-and-talk',
				'need=feel-safe',
				'category=peer',
				'category=consultation'
			]
		]
	},
	{
		kind: 'gender',
		query: '女性専用じゃない居場所',
		fits: [
			['gender=any', 'gender=men'],
			['category=ibasho', 'category=peer']
		]
	},
	{
		kind: 'gender',
		query: '女子会的なの',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: 'Xジェンダーだけど浮かない?',
		fits: [['gender=women-and-nonbinary', 'accessibility=all-gender-toilet']]
	},
	{ kind: 'gender', query: 'トイレ男女別だと詰む', fits: [['accessibility=all-gender-toilet']] },
	{
		kind: 'gender',
		query: 'トランス女子も入れる',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'accessibility=all-gender-toilet'
			]
		]
	},
	{
		kind: 'gender',
		query: '性別違和のある生徒',
		fits: [
			[
				'gender=women-and-nonbinary',
				'accessibility=all-gender-toilet',
				'category=counselling',
				'category=women'
			]
		]
	},
	{
		kind: 'gender',
		query: '男性教員が苦手な女子生徒の相談相手',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'text=女性の'
			]
		]
	},
	{
		kind: 'gender',
		query: '夫から離れたい方 避難',
		fits: [
			['category=women'],
			['category=housing', 'category=consultation', 'need=place-to-live', 'need=be-heard']
		]
	},
	{
		kind: 'gender',
		query: '婦人の健康相談 人間関係で緊張の強い方',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'need=health'
			]
		]
	},

	// online
	{
		kind: 'online',
		query: 'いえからすまほではいれますか',
		fits: [['category=online', 'ease=online-ok', 'online=yes']]
	},
	{
		kind: 'online',
		query: 'がめんごしならむすこもはなせるかもしれません',
		fits: [['category=online', 'ease=online-ok', 'online=yes']]
	},
	{
		kind: 'online',
		query: 'くるまがないのでうちにおってもできること',
		fits: [
			[
				'category=online',
				'ease=online-ok',
				'online=yes',
				'need=connect-from-home',
				'ease=comes-to-you'
			]
		]
	},
	{
		kind: 'online',
		query: 'ぱそこんでよるつながるところ',
		fits: [['category=online', 'ease=online-ok', 'online=yes', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: '布団の中から参加',
		fits: [['category=online', 'ease=online-ok', 'online=yes', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: 'ネット 夜 誰か起きてる',
		fits: [
			['category=online', 'ease=online-ok', 'online=yes', 'need=connect-from-home'],
			['time=evening', 'ease=evening-weekend']
		]
	},
	{
		kind: 'online',
		query: 'Zoom 顔なし',
		fits: [['category=online', 'ease=online-ok', 'online=yes'], ['ease=no-face']]
	},
	{
		kind: 'online',
		query: '部屋を出ないで誰かといたい',
		fits: [
			[
				'category=online',
				'ease=online-ok',
				'online=yes',
				'need=connect-from-home',
				'ease=comes-to-you'
			]
		]
	},
	{
		kind: 'online',
		query: 'ディスコ鯖みたいなの',
		fits: [['category=online', 'ease=online-ok', 'online=yes']]
	},
	{
		kind: 'online',
		query: 'リモ参加できる?',
		fits: [['category=online', 'ease=online-ok', 'online=yes']]
	},
	{
		kind: 'online',
		query: 'メタバで会える',
		fits: [['text=メタバース', 'category=online', 'online=yes']]
	},
	{
		kind: 'online',
		query: '耳だけ参加',
		fits: [
			['category=online', 'ease=online-ok', 'online=yes'],
			['ease=no-talking', 'ease=no-face', 'text=ラジオ']
		]
	},
	{
		kind: 'online',
		query: '登校できない生徒が自宅で勉強や人とつながる',
		fits: [
			[
				'category=online',
				'ease=online-ok',
				'online=yes',
				'need=connect-from-home',
				'category=correspondence'
			]
		]
	},
	{
		kind: 'online',
		query: 'リモート 匿名 高校生',
		fits: [['category=online', 'ease=online-ok', 'online=yes'], ['ease=anonymous'], ['age=16']]
	},
	{
		kind: 'online',
		query: '外出困難 Web面談',
		fits: [
			[
				'category=online',
				'ease=online-ok',
				'online=yes',
				'ease=comes-to-you',
				'need=connect-from-home'
			]
		]
	},
	{
		kind: 'online',
		query: '遠方で通えない方 チャット',
		fits: [['category=online', 'ease=online-ok', 'online=yes', 'text=チャット']]
	},

	// town
	{
		kind: 'town',
		query: 'つばきむら そうだん',
		fits: [['municipality=つばき村'], ['category=consultation', 'need=not-sure', 'need=be-heard']]
	},
	{
		kind: 'town',
		query: 'もみじちょうでむすこのはなしをきいてくれるひと',
		fits: [
			['municipality=もみじ町'],
			['need=family-trouble', 'category=family', 'need=be-heard', 'category=consultation']
		]
	},
	{
		kind: 'town',
		query: 'すみれちょうのはいしゃさん うちにきてくれる',
		fits: [['municipality=すみれ町'], ['text=歯', 'category=visiting-care', 'category=medical']]
	},
	{
		kind: 'town',
		query: 'つばきでのんびりできるところ',
		fits: [['municipality=つばき村'], ['category=ibasho', 'need=feel-safe', 'need=enjoy']]
	},
	{
		kind: 'town',
		query: 'かえで市 夜',
		fits: [['municipality=かえで市'], ['time=evening', 'ease=evening-weekend']]
	},
	{
		kind: 'town',
		query: 'さくら市 仕事 47',
		fits: [['municipality=さくら市'], ['category=work', 'need=own-way-work'], ['age=47']]
	},
	{
		kind: 'town',
		query: 'もみじ町 同じ境遇の中年',
		fits: [['municipality=もみじ町'], ['category=peer', 'need=meet-and-talk'], ['age=47']]
	},
	{
		kind: 'town',
		query: '札幌 就労移行',
		fits: [['municipality=札幌市'], ['category=employment-transition']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: 'かえで ボドゲ',
		fits: [['municipality=かえで市'], ['text=ゲーム', 'category=peer-hobby', 'need=enjoy']]
	},
	{
		kind: 'town',
		query: 'さくらの駅近でたまれるとこ',
		fits: [
			['municipality=さくら市'],
			['category=ibasho', 'category=ibasho-youth', 'category=peer'],
			['accessibility=near-transit']
		]
	},
	{
		kind: 'town',
		query: 'すみれ 人少なめ',
		fits: [
			['municipality=すみれ町'],
			['ease=small-group', 'ease=no-talking', 'accessibility=separate-entrance']
		]
	},
	{
		kind: 'town',
		query: '茅野市 発達のこと',
		fits: [['municipality=茅野市'], ['text=発達']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: 'かえで市 保護者が話せる先',
		fits: [
			['municipality=かえで市'],
			['need=family-trouble', 'category=family', 'audience=family', 'ease=family-alone']
		]
	},
	{
		kind: 'town',
		query: 'もみじ町で学校に行っていない子',
		fits: [
			['municipality=もみじ町'],
			[
				'category=free-school',
				'category=learning',
				'category=ibasho',
				'need=learn',
				'need=family-trouble'
			]
		]
	},
	{
		kind: 'town',
		query: '野々市 看護師 訪問',
		fits: [['municipality=野々市市'], ['text=訪問看護']],
		scope: 'real'
	},
	{
		kind: 'town',
		query: '高松市で生活リズムを練習する所',
		fits: [['municipality=高松市'], ['category=life-training']],
		scope: 'real'
	},

	// work
	{
		kind: 'work',
		query: 'みじかいじかんだけはたらかせてもらえるところ',
		fits: [['category=work-trial', 'category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'むすこがしごとをやめて10ねんたちます',
		fits: [['category=work', 'need=own-way-work', 'need=family-trouble']]
	},
	{
		kind: 'work',
		query: 'はたらけといわないでくれるところ',
		fits: [['ease=no-goal', 'need=feel-safe', 'text=働きたくない', 'text=働くことや学校の話']]
	},
	{
		kind: 'work',
		query: 'ものをつくるさぎょうしょ',
		fits: [['category=continuous-work', 'category=work']]
	},
	{
		kind: 'work',
		query: '職歴空白15年',
		fits: [['category=work', 'need=own-way-work', 'text=職歴']]
	},
	{ kind: 'work', query: '面接が怖い', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '人と関わらない作業',
		fits: [['category=work', 'need=own-way-work', 'text=黙々']]
	},
	{
		kind: 'work',
		query: 'また職場で怒鳴られるのが怖い',
		fits: [['category=work', 'need=own-way-work', 'need=be-heard']]
	},
	{
		kind: 'work',
		query: 'バイト飛んだ もう働けない気がする',
		fits: [['category=work', 'need=own-way-work', 'need=be-heard']]
	},
	{ kind: 'work', query: 'お試しバイト的な', fits: [['category=work-trial', 'category=work']] },
	{ kind: 'work', query: '就活詰んだ', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '1日2hだけ',
		fits: [['category=work-trial', 'category=work', 'text=二時間', 'text=一時間']]
	},
	{
		kind: 'work',
		query: '進路未定のまま卒業した子の働く準備',
		fits: [['category=work', 'need=own-way-work'], ['age=18']]
	},
	{ kind: 'work', query: '職場体験 学校外', fits: [['category=work-trial', 'category=work']] },
	{
		kind: 'work',
		query: 'B型 見学',
		fits: [['category=continuous-work', 'category=work'], ['ease=visit-first']]
	},
	{
		kind: 'work',
		query: '就職しても続かない方のフォロー',
		fits: [['category=employment-retention', 'category=work']]
	},

	// pleasure
	{
		kind: 'pleasure',
		query: 'はりしごとやてげいのかい',
		fits: [['need=enjoy', 'text=手を動か', 'text=折り紙', 'text=工作', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'はなやつちをさわるところ',
		fits: [['text=庭', 'text=畑', 'text=土', 'text=農園']]
	},
	{
		kind: 'pleasure',
		query: 'おかしをやいたりおちゃをのんだり',
		fits: [['text=お菓子', 'text=お茶']]
	},
	{
		kind: 'pleasure',
		query: 'むすこはしょうぎがすきです',
		fits: [['text=将棋', 'text=ゲーム', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: '本だけ読んでいたい',
		fits: [['text=本屋', 'text=読書', 'text=図書', 'text=本を']]
	},
	{ kind: 'pleasure', query: '夜 散歩', fits: [['text=川ぞい', 'text=歩きます', 'text=夜だけ']] },
	{ kind: 'pleasure', query: '焚き火を眺める', fits: [['text=焚き火', 'text=火を見']] },
	{
		kind: 'pleasure',
		query: 'ラジオにハガキ出すの好きだった',
		fits: [['text=ラジオ', 'text=はがき', 'text=文通']]
	},
	{
		kind: 'pleasure',
		query: 'スマブラとかやれるとこ',
		fits: [['text=ゲーム', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'マンガ読み放題',
		fits: [['text=漫画', 'text=本屋', 'text=読書', 'text=図書']]
	},
	{
		kind: 'pleasure',
		query: '推し活仲間ほしい',
		fits: [['category=peer-hobby', 'need=enjoy', 'need=meet-and-talk']]
	},
	{
		kind: 'pleasure',
		query: 'お絵かきしたい',
		fits: [['text=ぬり絵', 'text=色だけ', 'text=工作', 'category=peer-hobby', 'need=enjoy']]
	},
	{
		kind: 'pleasure',
		query: '好きなことを入口に人とつながれる',
		fits: [['category=peer-hobby', 'need=enjoy']]
	},
	{
		kind: 'pleasure',
		query: 'ギターが弾きたい生徒',
		fits: [['text=ギター', 'category=ibasho-youth', 'need=enjoy']]
	},
	{
		kind: 'pleasure',
		query: '園芸や農作業で体を動かす',
		fits: [['text=庭', 'text=畑', 'text=土', 'text=農園']]
	},
	{
		kind: 'pleasure',
		query: '調理実習のある集まり',
		fits: [['text=料理', 'text=お菓子', 'text=そば打ち', 'text=台所', 'category=meals']]
	},

	// illness
	{
		kind: 'illness',
		query: 'うつかもしれません どこでみてもらえますか',
		fits: [['category=medical', 'need=health']]
	},
	{
		kind: 'illness',
		query: 'よるねむれんといいます',
		fits: [['category=medical', 'need=health', 'text=眠れない']]
	},
	{
		kind: 'illness',
		query: 'びょういんにつれていけません いえにきてくれるせんせい',
		fits: [['category=visiting-care', 'category=visiting', 'ease=comes-to-you']]
	},
	{
		kind: 'illness',
		query: 'おとなのはったつしょうがいといわれました',
		fits: [['category=medical', 'need=health', 'category=consultation']]
	},
	{ kind: 'illness', query: '眠剤 切れた', fits: [['category=medical', 'need=health']] },
	{
		kind: 'illness',
		query: '心療内科 夜も',
		fits: [
			['category=medical', 'need=health'],
			['time=evening', 'ease=evening-weekend']
		]
	},
	{
		kind: 'illness',
		query: '動悸 不安 止まらない',
		fits: [['category=medical', 'need=health', 'need=be-heard']]
	},
	{
		kind: 'illness',
		query: '歯がボロボロ 何年も行ってない',
		fits: [['text=歯', 'category=medical', 'need=health']]
	},
	{
		kind: 'illness',
		query: 'ODやめたい',
		fits: [['category=medical', 'need=health', 'need=be-heard', 'category=consultation']]
	},
	{
		kind: 'illness',
		query: 'ADHDっぽい',
		fits: [['category=medical', 'need=health', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: '起立性で朝おきれん',
		fits: [['category=medical', 'need=health', 'text=朝が苦手']]
	},
	{
		kind: 'illness',
		query: 'リスカ 親にバレたくない',
		fits: [['need=be-heard', 'need=health', 'category=medical']]
	},
	{
		kind: 'illness',
		query: '児童精神科につなぎたい',
		fits: [['category=medical', 'need=health'], ['age=15']]
	},
	{
		kind: 'illness',
		query: '校外で継続的に心理面接を受けられる',
		fits: [['category=counselling', 'category=consultation', 'need=be-heard']]
	},
	{
		kind: 'illness',
		query: '精神科未受診 往診',
		fits: [['category=visiting-care', 'category=visiting', 'category=medical']]
	},
	{
		kind: 'illness',
		query: '診断はついていないが服薬の心配がある方',
		fits: [['category=medical', 'need=health']]
	},

	// living
	{
		kind: 'living',
		query: 'みんなでごはんをたべるところ',
		fits: [['category=meals', 'text=食べ', 'text=みそ汁']]
	},
	{
		kind: 'living',
		query: 'うちのなかがごみだらけです',
		fits: [['text=片づけ', 'need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: 'なんにちもおふろにはいりません',
		fits: [['need=daily-help', 'category=daily-life', 'need=family-trouble', 'need=health']]
	},
	{
		kind: 'living',
		query: 'むすこをひとりでくらせるようにしたい',
		fits: [['need=place-to-live', 'category=housing', 'category=daily-life', 'need=daily-help']]
	},
	{
		kind: 'living',
		query: '無職 部屋を借りられない',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{
		kind: 'living',
		query: '床が見えない',
		fits: [['text=片づけ', 'need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: '実家を出たい 保証人なし',
		fits: [['need=place-to-live', 'category=housing']]
	},
	{
		kind: 'living',
		query: '高卒資格 この歳で',
		fits: [['category=correspondence', 'category=learning', 'need=learn'], ['age=47']]
	},
	{
		kind: 'living',
		query: '中学の勉強からやり直したいんだが',
		fits: [['category=learning', 'need=learn']]
	},
	{
		kind: 'living',
		query: '単位やばい 通信に変えるか迷い中',
		fits: [['category=correspondence', 'category=learning', 'need=learn']]
	},
	{
		kind: 'living',
		query: 'シェアハウスっぽいやつ',
		fits: [['category=housing', 'need=place-to-live']]
	},
	{
		kind: 'living',
		query: '自炊むり 飯もらえる',
		fits: [['category=meals', 'need=daily-help', 'category=daily-life']]
	},
	{
		kind: 'living',
		query: '出席扱いになる学び場',
		fits: [['category=free-school', 'category=learning']]
	},
	{
		kind: 'living',
		query: '日本語が十分でない生徒の学び直し',
		fits: [
			['category=learning', 'need=learn'],
			[
				'language=ja-easy',
				'language=pt',
				'language=vi',
				'language=interpreter',
				'accessibility=easy-japanese'
			]
		]
	},
	{
		kind: 'living',
		query: '生活リズムを整える 泊まりの体験も',
		fits: [['category=life-training', 'need=daily-help', 'text=一泊']]
	},
	{ kind: 'living', query: 'GH 空き状況', fits: [['category=group-home', 'category=housing']] },

	// supporter
	{
		kind: 'supporter',
		query: '生徒の名前を伏せて先に問い合わせたい',
		fits: [['ease=anonymous', 'audience=supporter', 'audience=anyone']]
	},
	{
		kind: 'supporter',
		query: 'SSWと共有する資料 若年層の居場所',
		fits: [['category=ibasho', 'category=ibasho-youth'], ['age=18']]
	},
	{
		kind: 'supporter',
		query: '卒業後に切れてしまう生徒の引き継ぎ先',
		fits: [
			['age=18'],
			['category=consultation', 'category=ibasho', 'category=work', 'audience=supporter']
		]
	},
	{
		kind: 'supporter',
		query: '別室登校から次の一歩',
		fits: [
			[
				'category=free-school',
				'category=learning',
				'category=ibasho',
				'need=feel-safe',
				'need=learn'
			]
		]
	},
	{
		kind: 'supporter',
		query: '家庭訪問を断られている',
		fits: [['category=visiting', 'ease=comes-to-you', 'ease=family-alone', 'need=family-trouble']]
	},
	{
		kind: 'supporter',
		query: '自傷のある生徒 連携できる医療',
		fits: [['category=medical', 'need=health'], ['age=16']]
	},
	{
		kind: 'supporter',
		query: 'ヤングケアラー 本人が話せる先',
		fits: [
			[
				'need=be-heard',
				'need=family-trouble',
				'category=consultation',
				'text=きょうだい',
				'category=ibasho-youth'
			],
			['age=16']
		]
	},
	{
		kind: 'supporter',
		query: '教員が保護者に勧めやすい親の会',
		fits: [['category=family', 'need=family-trouble']]
	},
	{
		kind: 'supporter',
		query: '8050 包括のケアマネと一緒に',
		fits: [['text=八十代', 'text=介護', 'text=親なきあと', 'need=family-trouble']]
	},
	{
		kind: 'supporter',
		query: '長期未受診ケース 訪問チーム',
		fits: [['category=visiting', 'category=visiting-care', 'ease=comes-to-you']]
	},
	{
		kind: 'supporter',
		query: '支援者側の相談に乗ってくれる中核機関',
		fits: [['audience=supporter', 'text=支援者']]
	},
	{
		kind: 'supporter',
		query: '初回に一緒に行ってもらえる',
		fits: [['ease=accompany', 'text=同行', 'text=いっしょに行']]
	},
	{
		kind: 'supporter',
		query: '民生委員さんから 独居 50代男性 閉じこもり',
		fits: [['age=50'], ['category=consultation', 'ease=comes-to-you', 'category=visiting']]
	},
	{
		kind: 'supporter',
		query: '家族教室 CRAFT',
		fits: [['category=family-class', 'category=family']]
	},
	{
		kind: 'supporter',
		query: '野々市 基幹相談',
		fits: [['municipality=野々市市'], ['text=相談支援センター']],
		scope: 'real'
	},
	{
		kind: 'supporter',
		query: '金沢市 自立生活援助 事業所',
		fits: [['municipality=金沢市'], ['category=independent-living']],
		scope: 'real'
	}
];
