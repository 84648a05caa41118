import type { Sentence } from './sentence.ts';

/** Written before the sayings were widened: .86 were answered then. */
export const fourth: Sentence[] = [
	{ kind: 'phone', query: 'もしもしって言うだけで心臓がバクバクする', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: '着信があると息が止まる', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: 'メッセンジャーか何かで先に用件を送れたらありがたいのですが',
		fits: [['ease=no-phone']]
	},
	{ kind: 'phone', query: 'でんわくちだとなにもいえなくなる', fits: [['ease=no-phone']] },
	{ kind: 'phone', query: 'コールセンターみたいなのはもう勘弁', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '通話じゃなくてテキストで済ませたいです',
		fits: [['ease=no-phone', 'ease=online-ok', 'category=online']]
	},
	{
		kind: 'phone',
		query: '電話口で名前を聞かれるのがイヤで切ってしまう',
		fits: [['ease=no-phone', 'ease=anonymous']]
	},
	{ kind: 'phone', query: '問い合わせフォームあるとこどこ', fits: [['ease=no-phone']] },
	{
		kind: 'phone',
		query: '耳が遠うて電話じゃ話が通じんのよ',
		fits: [['ease=no-phone', 'accessibility=hearing-loop', 'accessibility=writing']]
	},
	{ kind: 'booking', query: '前もって日にち決めるのキツい', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: '起きれたら行くくらいのノリでもいい?',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{ kind: 'booking', query: '飛び入りOK', fits: [['ease=no-booking']] },
	{
		kind: 'booking',
		query: '申込書を書かずに立ち寄れるところをお願いいたします',
		fits: [['ease=no-booking']]
	},
	{
		kind: 'booking',
		query: 'やくそくするとねむれなくなるから',
		fits: [['ease=no-booking', 'ease=come-and-go']]
	},
	{ kind: 'booking', query: '五分で帰っちゃうかも', fits: [['ease=come-and-go']] },
	{
		kind: 'booking',
		query: '遅れて着いても怒られんところがええ',
		fits: [['ease=come-and-go', 'ease=no-booking']]
	},
	{ kind: 'booking', query: 'いっぺん覗かせてもろてから決めたい', fits: [['ease=visit-first']] },
	{ kind: 'booking', query: 'どんな雰囲気か下見できますか', fits: [['ease=visit-first']] },
	{
		kind: 'silence',
		query: '隅っこで本読んでるだけでもいいですか',
		fits: [['ease=no-talking', 'need=feel-safe', 'category=ibasho']]
	},
	{
		kind: 'silence',
		query: '順番に一言ずつとかマジ勘弁',
		fits: [['ease=no-talking', 'ease=no-goal']]
	},
	{
		kind: 'silence',
		query: 'うなずくことしかできません',
		fits: [['ease=no-talking', 'accessibility=writing']]
	},
	{
		kind: 'silence',
		query: 'がやがやしたとこはあたまがいたくなる',
		fits: [['ease=quiet-room', 'accessibility=calm-space']]
	},
	{
		kind: 'silence',
		query: '蛍光灯がまぶしくて長く居られない',
		fits: [['accessibility=calm-space', 'ease=quiet-room']]
	},
	{ kind: 'silence', query: '三人くらいまでの集まりがいい', fits: [['ease=small-group']] },
	{
		kind: 'silence',
		query: '書いたものを渡すだけで伝えたい',
		fits: [['accessibility=writing', 'ease=no-talking', 'ease=no-phone']]
	},
	{
		kind: 'silence',
		query: '身の上を聞かれたくない',
		fits: [['ease=no-talking', 'ease=anonymous']]
	},
	{ kind: 'silence', query: '本名伏せて参加したい', fits: [['ease=anonymous']] },
	{
		kind: 'family',
		query: 'うちの子、夜中しか部屋から出てこんのです',
		fits: [['need=family-trouble', 'category=family', 'audience=family']]
	},
	{
		kind: 'family',
		query: '孫が高校をやめてから部屋にこもっとる',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '兄が働かず親の年金で暮らしています',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '親としてどう声をかけたらいいものか',
		fits: [['category=family-class', 'category=family', 'need=family-trouble', 'audience=family']]
	},
	{
		kind: 'family',
		query: 'むすこがごはんのときしかかおをみせない',
		fits: [['need=family-trouble', 'category=family', 'audience=family']]
	},
	{
		kind: 'family',
		query: '嫁の引きこもりのことで悩んでます',
		fits: [['need=family-trouble', 'category=family', 'audience=family', 'category=consultation']]
	},
	{
		kind: 'family',
		query: '本人抜きで話を聞いてくれる窓口',
		fits: [['ease=family-alone', 'category=family', 'need=family-trouble']]
	},
	{
		kind: 'family',
		query: '娘に怒鳴られて怖くて家に帰れません',
		fits: [['need=family-trouble', 'category=family', 'category=consultation', 'category=rights']]
	},
	{
		kind: 'family',
		query: '私らが死んだらあの子はどないなるんやろ',
		fits: [['need=family-trouble', 'category=family', 'category=money', 'category=rights']]
	},
	{
		kind: 'tired',
		query: 'なんもする気おきん',
		fits: [['need=feel-safe', 'need=be-heard', 'need=health', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '消えてなくなりたいなってたまに思う',
		fits: [['need=be-heard', 'category=consultation', 'need=health', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: 'もう限界っす',
		fits: [['need=be-heard', 'category=consultation', 'need=health', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: 'ただぼーっとできる場所がほしい',
		fits: [['category=ibasho', 'need=feel-safe']]
	},
	{
		kind: 'tired',
		query: '世の中から置いてけぼりな気分',
		fits: [
			['need=be-heard', 'need=feel-safe', 'need=meet-and-talk', 'category=peer', 'category=ibasho']
		]
	},
	{
		kind: 'tired',
		query: 'だれともはなしてない まいにちさみしい',
		fits: [
			['need=meet-and-talk', 'need=be-heard', 'category=ibasho', 'category=peer', 'category=online']
		]
	},
	{
		kind: 'tired',
		query: '愚痴を聞いていただける所はございませんか',
		fits: [['need=be-heard', 'category=consultation']]
	},
	{
		kind: 'tired',
		query: '似たような目に遭った人の話が聞きたい',
		fits: [['category=peer', 'need=meet-and-talk', 'audience=experienced']]
	},
	{
		kind: 'tired',
		query: '学校でも会社でも家でも浮いてしまう',
		fits: [
			[
				'need=feel-safe',
				'need=be-heard',
				'need=meet-and-talk',
				'category=peer',
				'category=ibasho',
				'category=consultation'
			]
		]
	},
	{
		kind: 'money',
		query: '財布がすっからかん',
		fits: [['ease=pay-later', 'fee=free', 'need=money-matters', 'category=money', 'category=meals']]
	},
	{ kind: 'money', query: 'お代はいりませんか', fits: [['fee=free']] },
	{ kind: 'money', query: '参加費ゼロの集まり', fits: [['fee=free']] },
	{
		kind: 'money',
		query: 'カードの支払いが雪だるま',
		fits: [['need=money-matters', 'category=money', 'category=rights', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '年金の手続きしてへん どないしたらええの',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: 'いきなり家賃が払えなくなってしまいました',
		fits: [
			[
				'need=money-matters',
				'category=money',
				'category=self-reliance',
				'category=housing',
				'need=place-to-live'
			]
		]
	},
	{
		kind: 'money',
		query: 'おかねがないからびょういんにいけない',
		fits: [
			['need=money-matters', 'category=money', 'fee=free', 'category=self-reliance', 'fee=insured']
		]
	},
	{
		kind: 'money',
		query: 'ナマポ申請したいけど一人じゃ無理',
		fits: [['need=money-matters', 'category=money', 'category=self-reliance']]
	},
	{
		kind: 'money',
		query: '三日ろくに食べてない',
		fits: [
			[
				'category=meals',
				'need=money-matters',
				'category=money',
				'category=self-reliance',
				'need=daily-help'
			]
		]
	},
	{ kind: 'time', query: '勤め帰りに寄れる所', fits: [['time=evening', 'ease=evening-weekend']] },
	{
		kind: 'time',
		query: '夜型なんで午前は絶対ムリ',
		fits: [['time=day', 'time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: '朝イチで行きたい', fits: [['time=morning']] },
	{ kind: 'time', query: 'お昼すぎからやってますか', fits: [['time=day']] },
	{ kind: 'time', query: '水曜にやっとるとこ', fits: [['day=we']] },
	{ kind: 'time', query: '祝日もやってる', fits: [['ease=evening-weekend', 'day=su', 'day=sa']] },
	{
		kind: 'time',
		query: '日が暮れてからじゃないと外に出られない',
		fits: [['time=evening', 'ease=evening-weekend']]
	},
	{ kind: 'time', query: 'にちようびしかうごけません', fits: [['day=su']] },
	{
		kind: 'time',
		query: '平日は仕事だから休みの日にお願いしたい',
		fits: [['day=sa', 'day=su', 'ease=evening-weekend']]
	},
	{ kind: 'age', query: '六十一歳 男ひとり', fits: [['age=61']] },
	{ kind: 'age', query: 'アラフォー独身', fits: [['age=40']] },
	{ kind: 'age', query: '中二の子が学校に行けない', fits: [['age=14']] },
	{ kind: 'age', query: '52なんだけど今さら遅い?', fits: [['age=52']] },
	{ kind: 'age', query: '二十歳そこそこの人が集まるとこ', fits: [['age=20']] },
	{ kind: 'age', query: '定年してから家におる', fits: [['age=65']] },
	{ kind: 'age', query: '35さい むしょく', fits: [['age=35']] },
	{ kind: 'age', query: '七十代の母と暮らす四十代', fits: [['age=45']] },
	{ kind: 'age', query: '高三の娘の卒業後', fits: [['age=18']] },
	{
		kind: 'gender',
		query: '男の人がいると体がこわばる',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: '女子だけでしゃべりたい',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{ kind: 'gender', query: 'おっさんでも居づらくない?', fits: [['gender=any', 'gender=men']] },
	{ kind: 'gender', query: 'メンズオンリー', fits: [['gender=men']] },
	{
		kind: 'gender',
		query: 'じょせいのスタッフさんにそうだんしたい',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'gender',
		query: 'ノンバイナリーです',
		fits: [['gender=women-and-nonbinary', 'gender=any', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: 'トランスの子が安心して行けるとこ',
		fits: [['gender=women-and-nonbinary', 'gender=any', 'accessibility=all-gender-toilet']]
	},
	{
		kind: 'gender',
		query: '専業主婦で社会とのつながりがありません',
		fits: [
			[
				'category=women',
				'gender=women',
				'gender=women-and-nonbinary',
				'ease=women-time',
				'need=meet-and-talk',
				'category=ibasho'
			]
		]
	},
	{
		kind: 'gender',
		query: '男ばっかりの会はしんどい',
		fits: [['category=women', 'gender=women', 'gender=women-and-nonbinary', 'ease=women-time']]
	},
	{
		kind: 'online',
		query: 'ズームで入れますか',
		fits: [['online=yes', 'ease=online-ok', 'category=online']]
	},
	{
		kind: 'online',
		query: 'パジャマで布団から参加',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{ kind: 'online', query: '画面オフ', fits: [['ease=no-face']] },
	{
		kind: 'online',
		query: 'VTuberみたいにアバターで出たい',
		fits: [['ease=no-face', 'category=online']]
	},
	{
		kind: 'online',
		query: 'スマホだけで誰かとつながりたい',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: 'いえからでないでさんかできるの',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: '玄関の外に出んでもええ集まり',
		fits: [['online=yes', 'ease=online-ok', 'category=online', 'need=connect-from-home']]
	},
	{
		kind: 'online',
		query: 'リモート面談をお願いできますでしょうか',
		fits: [['online=yes', 'ease=online-ok', 'category=online']]
	},
	{
		kind: 'online',
		query: 'ディスコの鯖ある?',
		fits: [['online=yes', 'category=online', 'ease=online-ok']]
	},
	{ kind: 'town', query: 'もみじ町で話せるとこ', fits: [['municipality=もみじ町']] },
	{ kind: 'town', query: 'かえで市に住んどるんじゃけど', fits: [['municipality=かえで市']] },
	{
		kind: 'town',
		query: 'さくら市で家族会',
		fits: [['municipality=さくら市'], ['category=family']]
	},
	{ kind: 'town', query: '住んでるところと違う町でもええですか', fits: [['residency=none']] },
	{ kind: 'town', query: '駅チカ', fits: [['accessibility=near-transit']] },
	{ kind: 'town', query: '車しか足がない', fits: [['accessibility=parking', 'ease=comes-to-you']] },
	{
		kind: 'town',
		query: '近所の人に見つかりたくない',
		fits: [['accessibility=separate-entrance', 'ease=anonymous', 'online=yes', 'residency=none']]
	},
	{ kind: 'town', query: 'バスていのちかく', fits: [['accessibility=near-transit']] },
	{ kind: 'town', query: '迎えに来てもらえたら行ける', fits: [['ease=comes-to-you']] },
	{
		kind: 'work',
		query: '十五年も無職で履歴書まっしろ',
		fits: [['category=work', 'need=own-way-work']]
	},
	{ kind: 'work', query: 'バイト三日でやめた', fits: [['category=work', 'need=own-way-work']] },
	{
		kind: 'work',
		query: '週イチ一時間から雇ってくれるとこ',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'いきなり就職はこわいからちょっとだけ試したい',
		fits: [['category=work-trial', 'category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'はたらかなきゃとおもうとむねがくるしい',
		fits: [
			[
				'category=work',
				'need=own-way-work',
				'need=be-heard',
				'need=health',
				'category=consultation'
			]
		]
	},
	{ kind: 'work', query: 'A型とB型って何がちがうん', fits: [['category=continuous-work']] },
	{
		kind: 'work',
		query: '職場の人間関係でまた辞めそう',
		fits: [
			[
				'category=employment-retention',
				'category=work',
				'need=own-way-work',
				'category=consultation',
				'need=be-heard'
			]
		]
	},
	{
		kind: 'work',
		query: '家で内職みたいなことして稼ぎたい',
		fits: [['category=work', 'need=own-way-work']]
	},
	{
		kind: 'work',
		query: 'ジョブコーチに付いてもらいたいです',
		fits: [['category=employment-retention', 'category=work', 'need=own-way-work']]
	},
	{ kind: 'pleasure', query: 'TRPGの卓たてたい', fits: [['need=enjoy', 'category=peer-hobby']] },
	{
		kind: 'pleasure',
		query: 'いっしょに推し活できる人さがし',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'へたくそやけど絵ぇ描きたい',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{ kind: 'pleasure', query: '野菜そだててみたい', fits: [['need=enjoy', 'category=peer-hobby']] },
	{
		kind: 'pleasure',
		query: '将棋の相手してくれる人おらんかね',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: 'ギターをいじる仲間がほしいのです',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{
		kind: 'pleasure',
		query: '猫と遊びたい',
		fits: [['need=enjoy', 'category=ibasho', 'need=feel-safe']]
	},
	{ kind: 'pleasure', query: 'おかしづくり', fits: [['need=enjoy', 'category=peer-hobby']] },
	{
		kind: 'pleasure',
		query: '体がなまってるから卓球とか軽くやりたい',
		fits: [['need=enjoy', 'category=peer-hobby']]
	},
	{ kind: 'illness', query: '心療内科デビューしたい', fits: [['category=medical', 'need=health']] },
	{
		kind: 'illness',
		query: '薬やめたいけど先生に言えへん',
		fits: [['category=medical', 'need=health', 'category=counselling', 'category=visiting-care']]
	},
	{
		kind: 'illness',
		query: 'ちょっとした音にもびくっとなる',
		fits: [['accessibility=calm-space', 'ease=quiet-room', 'need=health', 'category=medical']]
	},
	{
		kind: 'illness',
		query: '電車に乗ると息苦しくなって降りてしまう',
		fits: [['category=medical', 'need=health', 'category=counselling']]
	},
	{
		kind: 'illness',
		query: 'よるねむれなくてあさおきられない',
		fits: [['category=medical', 'need=health', 'category=visiting-care']]
	},
	{
		kind: 'illness',
		query: 'ADHDかどうか調べてほしい',
		fits: [['category=medical', 'need=health']]
	},
	{
		kind: 'illness',
		query: '診断おりてないグレーなんですけど使える?',
		fits: [['ease=no-diagnosis']]
	},
	{
		kind: 'illness',
		query: '往診してくれるお医者さん',
		fits: [['category=visiting-care', 'category=medical', 'ease=comes-to-you']]
	},
	{
		kind: 'illness',
		query: '過食と嘔吐を誰にも言えずにいます',
		fits: [['category=medical', 'need=health', 'category=counselling']]
	},
	{
		kind: 'living',
		query: '風呂に三週間入ってない',
		fits: [['need=daily-help', 'category=daily-life', 'category=life-training']]
	},
	{
		kind: 'living',
		query: 'ゴミがたまって床が見えん',
		fits: [
			['need=daily-help', 'category=daily-life', 'category=visiting', 'category=independent-living']
		]
	},
	{
		kind: 'living',
		query: '親と離れて暮らしてみたいです',
		fits: [
			[
				'need=place-to-live',
				'category=housing',
				'category=group-home',
				'category=independent-living'
			]
		]
	},
	{
		kind: 'living',
		query: 'ひとりぐらしのれんしゅう',
		fits: [
			[
				'need=place-to-live',
				'category=housing',
				'category=group-home',
				'category=independent-living',
				'category=life-training'
			]
		]
	},
	{
		kind: 'living',
		query: '今晩泊まるとこがない',
		fits: [
			['need=place-to-live', 'category=housing', 'category=self-reliance', 'category=consultation']
		]
	},
	{
		kind: 'living',
		query: '飯の炊き方から教えてくれ',
		fits: [['need=daily-help', 'category=daily-life', 'category=life-training']]
	},
	{
		kind: 'living',
		query: '買い物代わりに行ってもらえませんか',
		fits: [
			['need=daily-help', 'category=daily-life', 'category=visiting', 'category=independent-living']
		]
	},
	{
		kind: 'living',
		query: '保証人になってくれる人がいなくてアパート借りられない',
		fits: [['need=place-to-live', 'category=housing', 'category=rights']]
	},
	{
		kind: 'living',
		query: '高校の単位がたりなくて卒業できんかった',
		fits: [['category=correspondence', 'category=learning', 'need=learn']]
	},
	{
		kind: 'supporter',
		query: '民生委員をしております 気になるお宅がありまして',
		fits: [['audience=supporter', 'category=consultation']]
	},
	{
		kind: 'supporter',
		query: 'ケースのつなぎ先を探しています',
		fits: [['audience=supporter', 'category=consultation', 'category=self-reliance']]
	},
	{
		kind: 'supporter',
		query: 'アウトリーチに同行してくれる機関',
		fits: [['category=visiting', 'ease=comes-to-you', 'audience=supporter']]
	},
	{
		kind: 'supporter',
		query: '学校からリファーできるフリースクール',
		fits: [['category=free-school', 'category=learning']]
	},
	{
		kind: 'supporter',
		query: 'クライエントと一緒に見学に行きたい',
		fits: [['ease=accompany', 'ease=visit-first']]
	},
	{
		kind: 'supporter',
		query: '長期化ケースで親御さんが疲弊している',
		fits: [
			[
				'category=family',
				'need=family-trouble',
				'audience=family',
				'category=family-class',
				'audience=supporter'
			]
		]
	},
	{
		kind: 'supporter',
		query: '引きこもりサポーターとして活動してみたい',
		fits: [['need=help-others', 'audience=supporter']]
	},
	{ kind: 'supporter', query: '手帳なしでも利用可能な社会資源', fits: [['ease=no-diagnosis']] },
	{
		kind: 'supporter',
		query: '経験を生かして誰かの役に立てたら',
		fits: [['need=help-others', 'audience=experienced']]
	}
];
