Profile: KelainanBawaan
Parent: YaTidak
Id: kelainan-bawaan
Title: "Kelainan bawaan"
Description: "Ada atau tidak kelainan bawaan."
* insert Terbitan
* insert Inggris([["Congenital anomaly"]])
* insert Diamati($sct, 161572004, exam)
