package org.mingbai.ledger;

/// Why a request goes another way: the six cases of classified handling, 北京市接诉即办工作条例 Art. 11(3).
public enum Redirection { EMERGENCY, LEGAL_ROUTE, REPEATED, SECRET_OR_PRIVATE, MARKET_OR_SOCIAL, UNLAWFUL }
