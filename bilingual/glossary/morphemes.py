"""Parts of Japanese captions and the English words they become.

A table of facts: left the Japanese morpheme, right its English renderings, parted by ``|``. It lets captions
that no glossary holds be compared part by part (その他 + 流動資産, 売上 + 原価).
"""

from __future__ import annotations

TABLE = """
売上	sales|revenue
収益	revenue|income
収入	revenue|income|proceeds|receipts
支出	payments|expenditure|purchase|paid
費用	expenses|costs
費	expenses|cost
原価	cost
利益	profit|income|gain|earnings
損失	loss
損益	profit or loss|income|loss
損	loss
益	gain
当期	net|current|for the period
純	net
営業	operating|business
営業外	non-operating
経常	ordinary|recurring
特別	extraordinary|special
税引前	before tax|before income taxes
税	tax
法人税	income tax|corporate tax
住民税	inhabitant tax
事業税	enterprise tax|business tax
調整額	adjustments|deferred
調整	adjustment
資産	assets
負債	liabilities
純資産	net assets
資本	capital|equity|shareholders' equity
資本金	common stock|capital stock|share capital
剰余金	surplus|retained earnings
準備金	reserve
引当金	provision|allowance|reserve
流動	current
固定	non-current|fixed|noncurrent
有形	tangible|property
無形	intangible
短期	short-term
長期	long-term
一年以内	current portion
借入金	borrowings|loans payable|loans|debt
借入	borrowings
社債	bonds
転換社債	convertible notes|convertible bonds
買掛金	accounts payable|payables
売掛金	accounts receivable|receivables
未払	accrued|payable
未払金	accounts payable - other|other payables|accounts payable
未収	accrued|receivable
前払	prepaid
前受	advances received|deferred
仮払	suspense
受取	receivable|received
支払	paid|payable|payment
手形	notes
現金	cash
現金同等物	cash equivalents
預金	deposits
貸付	advances|loans|lending
貸付金	loans receivable|loans
貸倒	doubtful|bad debt
有価証券	securities
投資	investment|investments|investing
出資	investment|capital contribution
株式	shares|stock
普通株式	common stock|ordinary shares
自己株式	treasury stock|treasury shares
株主	shareholder|shareholders
少数株主	minority
持分	interest|equity
持分法	equity method|equity in
支配	controlling
非支配	non-controlling
親会社	parent
子会社	subsidiary|subsidiaries
関連会社	affiliated companies|affiliates|associates|equity method investees
関係会社	affiliated companies|subsidiaries and associates
帰属	attributable
棚卸	inventory|inventories
商品	merchandise|products
製品	products|finished goods
仕掛品	work in process
原材料	raw materials
貯蔵品	supplies
建物	buildings
構築物	structures
機械	machinery
装置	equipment
設備	equipment|facilities|capital
土地	land
リース	lease|leases
債務	obligations|liabilities|payables
債権	receivables
債	bonds
敷金	deposits|guarantee deposits|leasehold deposits
保証金	guarantee deposits|deposits
繰延	deferred
退職給付	retirement benefit|retirement and pension|pension
賞与	bonuses|bonus
役員	directors|officers|executives
従業員	employees
減価償却	depreciation
償却	amortization|depreciation
償却前	before depreciation
減損	impairment
評価	valuation
評価損	write-down|impairment loss|loss on valuation
評価差額	valuation difference|unrealized gain|comprehensive income
差額	difference
換算	translation|exchange
為替	exchange|foreign exchange|foreign currency
為替差損	foreign exchange loss
差損	loss
差益	gain
売却	sale|sales|disposal|redemption
売却益	gain on sale
取得	purchase|acquisition|payments for
発行	issuance|issued
返済	repayment|repayments|payments
償還	redemption
回収	collection|recovery
預入	deposits|payments into
払戻	withdrawal|proceeds from withdrawal
払込	payment|paid-in
配当	dividend|dividends
配当金	dividends|cash dividends
増加	increase
減少	decrease
増減	increase decrease|change|net increase
増減額	increase decrease|change
純増	net increase
純減	net decrease
純額	net
期首	beginning
期末	end|ending|year-end
期首残高	beginning of period|beginning balance
期末残高	end of period|ending balance
残高	balance
期中	during the period
平均	average|weighted average
発行済	issued|outstanding
総数	total number|number
株式数	number of shares
株式総数	number of shares
総額	total|gross
合計	total
小計	subtotal
計	total
総	total|gross
その他	other|others
等	etc
一株	per share
一株あたり	per share
一株当たり	per share
単位	unit|equivalent
米国預託証券	ads|american depositary
営業活動	operating activities
投資活動	investing activities
財務活動	financing activities
活動	activities
キャッシュフロー	cash flows|cash
包括	comprehensive
累計額	accumulated
累計	accumulated|cumulative
欠損金	deficit|accumulated deficit
利益剰余金	retained earnings
販売	sales|selling
販売費	selling|sales and marketing|selling expenses
一般管理費	general and administrative|administrative expenses
管理	management|administrative
研究開発	research and development|r&d
研究	research
開発	development
広告宣伝	advertising
人件費	personnel expenses|labor costs
給料	salaries
機器	equipment
サービス	service|services
接続	access|connectivity|connection
専用線	dedicated|leased line
ダイヤルアップ	dial-up|dialup
付加価値	value-added
データセンタ	datacenter|data center
データセンター	datacenter|data center
インターネット	internet
システム	system|systems
インテグレーション	integration
ネットワーク	network
構築	construction|systems construction
運用	operation|operating
保守	maintenance
契約	contract|contracts
契約数	number of contracts|contracts
帯域	bandwidth
国際	international
国内	domestic|japan
海外	overseas|foreign|international
国	national|country
日本	japan
米州	americas
北米	north america
欧州	europe
アジア	asia
中国	china
外部	external|outside
顧客	customers
内部	internal|intersegment
売上高	net sales|sales|revenue|revenues
事業	business|segment
部門	division|segment
セグメント	segment
個人	individual|individuals|consumer
法人	corporate
新規	new
増	increase
減	decrease
率	ratio|rate|margin
比率	ratio
比	ratio
割合	percentage|ratio
内訳	breakdown
概要	overview|summary
要約	summary
見込み	outlook|forecast|anticipated|expected
見通し	outlook|forecast
予想	forecast
計画	plan
実績	results|actual
業績	results|performance|financial performance
決算	results|financial results
統計	statistics
統計値	statistics
連結	consolidated
単体	non-consolidated
貸借対照表	balance sheet|balance sheets
損益計算書	statement of income|statements of operations|income statement
キャッシュフロー計算書	statement of cash flows|statements of cash flows
四半期	quarterly|quarter|condensed
米国会計基準	u.s. gaap
排出量	emissions
排出	emission
温室効果ガス	greenhouse gas|ghg
二酸化炭素	co2|carbon dioxide
エネルギー	energy
使用量	consumption|use|usage
消費量	consumption
電力	electricity|electric power
燃料	fuel
水	water
取水量	water withdrawal|water intake
排水量	wastewater|water discharge
廃棄物	waste
再生可能	renewable
再資源化	recycling|recycled
リサイクル	recycling|recycled
最終処分量	final disposal|landfill
女性	women|female
男性	men|male
管理職	managers|management|managerial
取締役	directors
監査役	auditors|audit & supervisory board members
独立社外	independent outside|outside
社外	outside|external
障がい者	people with disabilities|disabled
障害者	people with disabilities|disabled
雇用	employment
育児休業	childcare leave|parental leave
有給休暇	paid leave
取得率	acquisition rate|uptake|utilization rate|rate
離職	turnover
離職率	turnover rate
勤続年数	years of service|length of service
年齢	age
労働災害	occupational accident|lost-time injury|lost time
度数率	frequency rate
強度率	severity rate
研修	training
時間	hours|time
人数	number
数	number
員数	number
店舗	stores
拠点	sites|locations
海外売上	overseas sales
第一	first
第二	second
第三	third
第四	fourth
"""


def morpheme_table() -> dict[str, tuple[str, ...]]:
    """Japanese morpheme to its English renderings."""
    rows = (line.split("\t") for line in TABLE.strip().splitlines())
    return {japanese: tuple(english.split("|")) for japanese, english in rows}
