/** The public classification of revenue and expenditure, as far as the fictional units need it, and the units themselves. */

export const FUNCTION_CLASSES = [
  '一般公共服务支出',
  '外交支出',
  '国防支出',
  '公共安全支出',
  '教育支出',
  '科学技术支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '交通运输支出',
  '资源勘探工业信息等支出',
  '商业服务业等支出',
  '金融支出',
  '援助其他地区支出',
  '自然资源海洋气象等支出',
  '住房保障支出',
  '粮油物资储备支出',
  '国有资本经营预算支出',
  '灾害防治及应急管理支出',
  '其他支出',
  '债务还本支出',
  '债务付息支出',
  '抗疫特别国债安排的支出',
];

/** Names of function classes and sections by code. */
export const FUNCTION_NAMES: Record<string, string> = {
  '201': '一般公共服务支出',
  '20126': '档案事务',
  '206': '科学技术支出',
  '20607': '科学技术普及',
  '207': '文化旅游体育与传媒支出',
  '20701': '文化和旅游',
  '208': '社会保障和就业支出',
  '20801': '人力资源和社会保障管理事务',
  '20805': '行政事业单位养老支出',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '212': '城乡社区支出',
  '21201': '城乡社区管理事务',
  '21208': '国有土地使用权出让收入安排的支出',
  '213': '农林水支出',
  '21303': '水利',
  '214': '交通运输支出',
  '21401': '公路水路运输',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '223': '国有资本经营预算支出',
  '22301': '解决历史遗留问题及改革成本支出',
  '229': '其他支出',
  '22960': '彩票公益金安排的支出',
};

export interface Account {
  readonly code: string;
  readonly name: string;
}

/** A fictional body: what it is called after its city, and the accounts of its own work (the first carries its staff). */
export interface Profile {
  readonly body: string;
  readonly level: 'department' | 'unit';
  readonly work: readonly Account[];
  readonly vehiclesFor: string;
}

export const CITIES = ['云岫市', '澄泉市', '白榆市', '归雁市', '汀岚市', '暮江市'];

export const PROFILES: readonly Profile[] = [
  {
    body: '档案馆',
    level: 'unit',
    work: [
      { code: '2012604', name: '档案馆' },
      { code: '2012699', name: '其他档案事务支出' },
    ],
    vehiclesFor: '档案转运',
  },
  {
    body: '科技馆',
    level: 'unit',
    work: [
      { code: '2060701', name: '机构运行' },
      { code: '2060702', name: '科普活动' },
      { code: '2060705', name: '科技馆站' },
    ],
    vehiclesFor: '流动展览',
  },
  {
    body: '图书馆',
    level: 'unit',
    work: [
      { code: '2070104', name: '图书馆' },
      { code: '2070111', name: '文化创作与保护' },
      { code: '2070199', name: '其他文化和旅游支出' },
    ],
    vehiclesFor: '送书下乡',
  },
  {
    body: '河渠管护中心',
    level: 'unit',
    work: [
      { code: '2130306', name: '水利工程运行与维护' },
      { code: '2130311', name: '水资源节约管理与保护' },
      { code: '2130399', name: '其他水利支出' },
    ],
    vehiclesFor: '巡堤查险',
  },
  {
    body: '公路事务中心',
    level: 'unit',
    work: [
      { code: '2140106', name: '公路养护' },
      { code: '2140199', name: '其他公路水路运输支出' },
    ],
    vehiclesFor: '路况巡查',
  },
  {
    body: '社会保险服务局',
    level: 'department',
    work: [
      { code: '2080101', name: '行政运行' },
      { code: '2080102', name: '一般行政管理事务' },
      { code: '2080109', name: '社会保险经办机构' },
    ],
    vehiclesFor: '上门核查',
  },
  {
    body: '城市管理局',
    level: 'department',
    work: [
      { code: '2120101', name: '行政运行' },
      { code: '2120102', name: '一般行政管理事务' },
      { code: '2120104', name: '城管执法' },
    ],
    vehiclesFor: '日常巡查',
  },
];

/** Accounts of a body's staff; each is paid from one economic item. */
export const STAFF_ACCOUNTS: readonly (Account & { readonly economic: string })[] = [
  { code: '2080502', name: '事业单位离退休', economic: '30302' },
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出', economic: '30108' },
  { code: '2080506', name: '机关事业单位职业年金缴费支出', economic: '30109' },
  { code: '2101102', name: '事业单位医疗', economic: '30110' },
  { code: '2101103', name: '公务员医疗补助', economic: '30111' },
  { code: '2210201', name: '住房公积金', economic: '30113' },
  { code: '2210202', name: '提租补贴', economic: '30102' },
];

export const FUND_ACCOUNTS: readonly Account[] = [
  { code: '2120899', name: '其他国有土地使用权出让收入安排的支出' },
  { code: '2296003', name: '用于体育事业的彩票公益金支出' },
];

export const STATE_CAPITAL_ACCOUNT: Account = { code: '2230105', name: '国有企业退休人员社会化管理补助支出' };

/** Economic classes and items in the order of the form. */
export const ECONOMIC_NAMES: Record<string, string> = {
  '301': '工资福利支出',
  '30101': '基本工资',
  '30102': '津贴补贴',
  '30103': '奖金',
  '30106': '伙食补助费',
  '30107': '绩效工资',
  '30108': '机关事业单位基本养老保险缴费',
  '30109': '职业年金缴费',
  '30110': '职工基本医疗保险缴费',
  '30111': '公务员医疗补助缴费',
  '30112': '其他社会保障缴费',
  '30113': '住房公积金',
  '30114': '医疗费',
  '30199': '其他工资福利支出',
  '303': '对个人和家庭的补助',
  '30301': '离休费',
  '30302': '退休费',
  '30304': '抚恤金',
  '30305': '生活补助',
  '30307': '医疗费补助',
  '30309': '奖励金',
  '30399': '其他对个人和家庭的补助',
  '302': '商品和服务支出',
  '30201': '办公费',
  '30202': '印刷费',
  '30205': '水费',
  '30206': '电费',
  '30207': '邮电费',
  '30209': '物业管理费',
  '30211': '差旅费',
  '30212': '因公出国（境）费用',
  '30213': '维修（护）费',
  '30214': '租赁费',
  '30215': '会议费',
  '30216': '培训费',
  '30217': '公务接待费',
  '30226': '劳务费',
  '30227': '委托业务费',
  '30228': '工会经费',
  '30229': '福利费',
  '30231': '公务用车运行维护费',
  '30239': '其他交通费用',
  '30299': '其他商品和服务支出',
  '310': '资本性支出',
  '31002': '办公设备购置',
  '31003': '专用设备购置',
  '31007': '信息网络及软件购置更新',
  '31013': '公务用车购置',
  '31099': '其他资本性支出',
};

export const PROJECTS = [
  '旧库房修缮',
  '服务窗口改造',
  '数字资源建设',
  '公众开放日',
  '设施更新',
  '巡查巡护',
  '专题展陈',
];
