Profile: PerdarahanNifas
Parent: AngkaBersatuan
Id: perdarahan-nifas
Title: "Jumlah perdarahan"
Description: "Jumlah perdarahan masa nifas, dalam mililiter. Nol berarti tidak ada."
* insert Terbitan
* insert Inggris([["Blood loss"]])
* insert Diukur($loinc, 81661-1, exam, mL)
