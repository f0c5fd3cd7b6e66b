/** Terms of public finance that stand in every disclosure. */
const TERMS = (
  '财政拨款 拨款收入 拨款支出 事业单位 行政单位 住房公积金 公务接待 公务用车 因公出国 绩效自评 绩效评价 绩效目标 绩效管理 政府采购 政府性基金 ' +
  '国有资本经营 国有资产 一般公共预算 机关运行经费 运行维护 基本支出 项目支出 工资福利 商品和服务 个人和家庭 养老保险 医疗保险 失业保险 ' +
  '工伤保险 职业年金 社会保障 卫生健康 住房保障 结余 结转和结余 年初预算 收入预算 支出预算 收入决算 支出决算 人员经费 公用经费 ' +
  '津贴补贴 差旅费 培训费 会议费 维修费 劳务费 印刷费 邮电费 租赁费 物业管理 专项资金'
).split(' ');

/**
 * Characters of these terms, and those that are typed for them because they look or sound alike; without those that make sense between
 * other words (上年未结转, 范围有资产).
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  拨: '拔播泼',
  款: '宽',
  余: '佘',
  转: '传',
  接: '结按',
  待: '侍代',
  绩: '迹积',
  效: '郊校',
  评: '平坪',
  积: '织基机',
  金: '经',
  购: '构沟够',
  采: '彩踩',
  贴: '帖',
  津: '律金',
  务: '物',
  政: '正',
  项: '顶',
  目: '日',
  基: '墓其',
  本: '木',
  经: '径',
  费: '废',
  险: '捡检脸',
  疗: '辽',
  障: '章樟',
  房: '防',
  养: '样',
  职: '织',
  事: '失世',
  业: '叶亚',
  单: '但',
  社: '杜',
  健: '建键',
  资: '姿',
  运: '远',
  预: '予',
  决: '抉诀',
  员: '圆',
  培: '陪倍',
  旅: '族施旋',
  维: '准',
  租: '祖',
  邮: '由',
  补: '朴',
  福: '副',
  利: '力',
};

/** What comes out where one character of a term is taken for another, with the term: none of them is a word. */
export const NO_WORDS: ReadonlyMap<string, string> = new Map(
  TERMS.flatMap(term =>
    [...term].flatMap((right, i) =>
      [...(LOOK_ALIKES[right] ?? '')].map(wrong => [term.slice(0, i) + wrong + term.slice(i + 1), term] as const),
    ),
  ),
);
