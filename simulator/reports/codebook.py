"""What stands in a study's files, in Chinese and English: the README beside them."""

from __future__ import annotations

from simulator.domain.agreement import ENOUGH, POOR

CODEBOOK = f"""# 自动评分与教师评分的一致性：数据说明

本文件夹由播练导出，供研究使用。里面没有姓名、没有说过的话、没有批注、没有日期。

| 文件 | 内容 |
|---|---|
| `pairs.csv` | 每行一对等级：自动评分给的，和一位教师给的 |
| `assessors.csv` | 每行一对等级：同一场、同一评分项，先评的教师和另一位教师 |
| `summary.json` | 各评分项的指标 |

`session`、`trainee`、`instructor`（`assessors.csv` 中为 `first_assessor`、`second_assessor`）是化名：
用本次导出随机产生的密钥算出（HMAC-SHA-256），密钥没有保存。同一次导出里同一个人化名相同；两次导出之间不能对应。

| 列 | 含义 |
|---|---|
| `scenario` | 场景编号 |
| `criterion` | 评分项编号，见所用评分标准 |
| `machine_level` | 教师表态时自动评分的等级（或建议的等级） |
| `instructor_level` | 教师最后给的等级；盲评的等级不被后来的改动取代 |
| `first_level`、`second_level` | 先评与后评教师的等级 |
| `measured_value` | 当时的测得值；空表示没有保存 |
| `blind` | 1：教师给等级之前没有看到自动等级和别人的评定；0：看到了 |
| `minutes_after_session` | 下播后多少分钟给的；空表示不知道 |
| `rubric`、`rubric_version` | 评分标准及其版本 |
| `engine` | 程序版本和识别引擎；空表示早期数据没有保存 |

## 读数须知
- 一对等级要由教师明确给出：改动，或点一次确认。已签字而没有逐项表态的等级**不算**同意，只计入
  `summary.json` 的 `signed_without_a_word`。
- `blind = 0` 的一致性偏高：教师先看到了自动等级（锚定）。要估计真实的一致性，只用 `blind = 1`。
- κ 是二次加权 kappa；95 % 区间按学员整体留一（jackknife）计算。少于 {ENOUGH} 对不给指标；κ 低于 {POOR} 标为不可靠。
- 不同的评分标准版本或引擎是不同的总体，不要合在一起算。
- 学员人数少时，熟悉班级的人仍可能从等级猜出是谁。分享前请按本校的规定办理。

---

# Agreement of machine and instructors: codebook

This folder was exported from Bolian for research. It holds no names, nothing that was said, no notes and no dates.

| file | content |
|---|---|
| `pairs.csv` | one pair of levels a line: the machine's, and one instructor's |
| `assessors.csv` | a line for each pair of levels: by whoever judged a criterion first, and another instructor |
| `summary.json` | the figures of every criterion |

`session`, `trainee` and `instructor` (in `assessors.csv` `first_assessor` and `second_assessor`) are pseudonyms, made
with a random key of this export (HMAC-SHA-256) that was not kept. Within one export the same person has the same
pseudonym; two exports cannot be matched.

| column | meaning |
|---|---|
| `scenario` | id of the scenario |
| `criterion` | id of the criterion in the rubric |
| `machine_level` | the machine's level (or the one it proposed) when the instructor spoke |
| `instructor_level` | the instructor's last level; a blind one is not replaced by what was said later |
| `first_level`, `second_level` | levels of the assessor who judged first and of the other |
| `measured_value` | what had been measured then; empty where it was not kept |
| `blind` | 1: the instructor had seen neither the machine's level nor anybody else's; 0: had seen it |
| `minutes_after_session` | minutes from going off air to the instructor's word; empty where not known |
| `rubric`, `rubric_version` | the rubric and its version |
| `engine` | version of the program, and recogniser; empty in early words |

## Reading it
- An instructor must have given the level: changed it, or confirmed it with a click. Levels of a signed session that
  nobody said a word on are **not** taken for agreement; `signed_without_a_word` in `summary.json` counts them.
- Agreement with `blind = 0` is too high: the instructor saw the machine's level first (anchoring). For an estimate of
  true agreement use `blind = 1` only.
- Kappa is weighted quadratically; its 95 % interval is a jackknife that leaves out one trainee at a time. Fewer than
  {ENOUGH} pairs give no figure; a kappa below {POOR} is flagged as not reliable.
- Other versions of the rubric and other engines are other populations: do not pool them.
- Where there are few trainees, somebody who knows the class may still guess who is who. Follow your school's rules
  before sharing this.
"""
