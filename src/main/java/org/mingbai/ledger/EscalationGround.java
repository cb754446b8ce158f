package org.mingbai.ledger;

/// Why a unit cannot do it alone (提级事由): 超出职权, 需多部门协调, 缺经费人员, 政策依据不明.
public enum EscalationGround { BEYOND_POWERS, SEVERAL_UNITS, MEANS, UNCLEAR_RULES }
