Profile: KontraksiUteri
Parent: YaTidak
Id: kontraksi-uteri
Title: "Kontraksi uteri"
Description: "Kontraksi rahim ibu nifas baik, atau tidak."
* insert Terbitan
* insert Inggris([["Uterine contraction"]])
* insert Diamati($sct, 289700000, exam)
