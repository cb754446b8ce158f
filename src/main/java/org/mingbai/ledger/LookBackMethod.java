package org.mingbai.ledger;

/// How an effect is looked at again (实地考察, 电话回访, 问卷调查).
public enum LookBackMethod { SITE_VISIT, CALL, QUESTIONNAIRE }
