/** Reports of three topics, invented, in the form of the genre: headline, opening, headings, text, signature. */

/** A report whose parts a test can put together in other ways. */
export interface Report {
  readonly title: string;
  readonly greeting: string;
  readonly opening: string;
  readonly body: readonly string[];
  readonly closing: string;
  readonly signature: readonly string[];
}

export const WATER: Report = {
  title: "苇塘镇2023年农田水利工作总结",
  greeting: "县水利局：",
  opening: "2023年，苇塘镇抓住冬春农闲时机，组织群众清淤渠道，修补塘坝，保证了四千多亩水田的用水，现将情况总结如下。",
  body: [
    "一、摸清家底，排出次序",
    "镇里派出三个小组，用半个月走遍十一个村，把漏水的塘、淤塞的渠、歪斜的闸逐一登记，按轻重排出先后，张榜公布。",
    "二、出工出力，保证质量",
    "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工，群众说这样修的渠自己放心。",
    "三、管好用水，减少纠纷",
    "每条支渠推选一名放水员，按先下游后上游的次序放水，放水时间写在黑板上，一个夏天没有发生一起争水纠纷。",
  ],
  closing: "总之，水利工作取得了一定成绩，也还存在塘坝管护经费不足的问题，我们将在今后的工作中努力解决。",
  signature: ["苇塘镇人民政府", "2023年12月8日"],
};

export const SCHOOL: Report = {
  title: "石桥小学2022—2023学年语文教研工作总结",
  greeting: "各位老师：",
  opening: "本学期，语文教研组在学校领导的关心下，围绕课堂阅读开展教研，学生的阅读兴趣明显提高，现将主要工作汇报如下：",
  body: [
    "一、集体备课，共用教案",
    "教研组每周三下午集体备课，主备教师先讲思路，其他教师补充修改，形成的教案放在共享文件夹里，新教师也能很快上手。",
    "二、听课评课，互相学习",
    "全学期每位教师上公开课一节，听课不少于十五节，评课时只谈课堂上学生的表现，大家说真话，课堂一节比一节扎实。",
    "三、读书活动，丰富多彩",
    "每天晨读二十分钟，每班设一个图书角，读书节上学生朗诵、演课本剧，家长也来参加，借阅量比上学期翻了一番。",
  ],
  closing: "总之，一学期的教研工作忙碌而充实，下学期我们将继续研究阅读教学，让更多的学生爱上语文。",
  signature: ["石桥小学语文教研组", "2023年6月30日"],
};

export const CLINIC: Report = {
  title: "棠梨社区卫生服务中心2024年慢病管理工作计划",
  greeting: "各科室、各服务站：",
  opening: "为进一步做好高血压、糖尿病患者的健康管理，根据区卫生局的要求，结合中心实际，特制定本计划如下。",
  body: [
    "一、建立档案，摸清底数",
    "家庭医生团队逐户上门，为六十五岁以上老人测量血压、血糖，发现的患者当场建档，一季度末档案要录入系统。",
    "二、分级随访，规范用药",
    "血压控制平稳的患者每季度随访一次，控制不好的两周一次，随访时核对药盒，劝说患者按时服药，必要时转上级医院。",
    "三、健康讲座，进入楼院",
    "每月在楼院里办一次讲座，请患者讲自己控盐减重的经历，发放控油壶和限盐勺，带动邻居一起改变饮食习惯。",
  ],
  closing: "各科室要明确专人负责，每月底上报随访数据，中心年底对完成情况进行考核，考核结果与绩效挂钩。",
  signature: ["棠梨社区卫生服务中心", "2024年1月5日"],
};

/** A report's text under its headline. */
export function textOf({ opening, body, closing, signature }: Report): string {
  return [opening, ...body, closing, ...signature].join("\n");
}

/** A text in half-width dress. */
export function half(text: string): string {
  return text
    .replaceAll("，", ",")
    .replaceAll("：", ":")
    .replaceAll("；", ";")
    .replaceAll("（", "(")
    .replaceAll("）", ")");
}

/** A text wrapped to a width in characters, paragraphs set in by two blanks. */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => `　　${line}`.replace(new RegExp(`.{${width}}(?=.)`, "gu"), "$&\n"))
    .join("\n");
}
